/** The words of insight, in the order in which they are shown and stored: rules, "Segments and value". */

/** A 忠诚 · B 主要 · C 一般 · D 名义 (S01-S04). */
export const CLASSES = ['A', 'B', 'C', 'D'] as const;
export type CustomerClass = (typeof CLASSES)[number];

/** By the money of 12 months: top 20 %, next 30 %, rest (S08). */
export const VALUES = ['high', 'middle', 'low'] as const;
export type ValueLevel = (typeof VALUES)[number];

/** 吸引 转化 留存 发展 流失 (S25). */
export const STAGES = ['attract', 'convert', 'retain', 'develop', 'lost'] as const;
export type Stage = (typeof STAGES)[number];

/** New, old, lost customers (S23), each with what it needs most: 建立信任, 归属感, 被重视. */
export const RELATIONS = ['new', 'old', 'lost'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * 重要价值 重要发展 重要保持 重要挽留 · 一般价值 一般发展 一般保持 一般挽留 (S14): important = money above the mean;
 * value = recent and often, develop = recent and seldom, keep = long ago and often, win back = long ago and seldom.
 */
export const RFM_GROUPS = [
  'important_value',
  'important_develop',
  'important_keep',
  'important_win_back',
  'general_value',
  'general_develop',
  'general_keep',
  'general_win_back',
] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];

/** The four traits of a base customer 基盘客户 (S12), each a bit of `member_insight.traits`: 1, 2, 4, 8. */
export const TRAITS = ['loyalty', 'buying_power', 'referral', 'participation'] as const;
export type Trait = (typeof TRAITS)[number];

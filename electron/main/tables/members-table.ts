import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TableColumn, TableHead, TableRow } from '../../../db/domain/exchange/table';
import type { CustomerClass, RfmGroup, Stage, ValueLevel } from '../../../db/domain/insights/words';
import type { Locale } from '../../../db/domain/locale';
import type { Tier } from '../../../db/domain/tiers/tier';
import type { BusinessDate } from '../../../db/domain/units';
import { readOn } from '../../../db/reading';
import type { Reader } from '../../../db/schema';
import { type MemberInsight, type SegmentRow, segmentMemberFrom } from '../../../db/segments/mapping';
import { membersByN } from '../../../db/segments/queries';

interface Words {
  readonly columns: readonly string[];
  readonly asOf: string;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly class: Readonly<Record<CustomerClass, string>>;
  readonly value: Readonly<Record<ValueLevel, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly rfm: Readonly<Record<RfmGroup, string>>;
}

/** What the file says; main writes it, so main has its words. */
const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    columns: [
      ...[
        '会员号',
        '姓名',
        '手机号',
        '等级',
        '入会日期',
        '最近到店',
        '多少天没来',
        '到店次数',
        '积分',
        '可用券',
      ],
      ...[
        '分类',
        '价值',
        '阶段',
        'RFM 八类',
        '近 12 个月消费',
        '累计消费',
        '通常间隔天数',
        '还会再来',
        '未来 12 个月预计',
      ],
    ],
    asOf: '截至',
    tier: { regular: '普通', loyal: '忠实', vip: 'VIP' },
    class: { A: 'A 忠诚', B: 'B 主要', C: 'C 一般', D: 'D 名义' },
    value: { high: '高', middle: '中', low: '低' },
    stage: { attract: '吸引', convert: '转化', retain: '留存', develop: '发展', lost: '流失' },
    rfm: {
      important_value: '重要价值',
      important_develop: '重要发展',
      important_keep: '重要保持',
      important_win_back: '重要挽留',
      general_value: '一般价值',
      general_develop: '一般发展',
      general_keep: '一般保持',
      general_win_back: '一般挽留',
    },
  },
  en: {
    columns: [
      ...[
        'Member no',
        'Name',
        'Phone',
        'Tier',
        'Joined',
        'Last visit',
        'Days away',
        'Visits',
        'Points',
        'Usable coupons',
      ],
      ...['Class', 'Value', 'Stage', 'RFM group', 'Spent in 12 months', 'Spent in all', 'Usual gap in days'],
      ...['Will come again', 'Expected in 12 months'],
    ],
    asOf: 'As of',
    tier: { regular: 'Regular', loyal: 'Loyal', vip: 'VIP' },
    class: { A: 'A loyal', B: 'B main', C: 'C occasional', D: 'D in name only' },
    value: { high: 'High', middle: 'Middle', low: 'Low' },
    stage: { attract: 'Attract', convert: 'Convert', retain: 'Retain', develop: 'Develop', lost: 'Lost' },
    rfm: {
      important_value: 'Important, value',
      important_develop: 'Important, develop',
      important_keep: 'Important, keep',
      important_win_back: 'Important, win back',
      general_value: 'General, value',
      general_develop: 'General, develop',
      general_keep: 'General, keep',
      general_win_back: 'General, win back',
    },
  },
};

const KINDS: readonly TableColumn['kind'][] = [
  ...(['text', 'text', 'text', 'text', 'date', 'date', 'whole', 'whole', 'whole', 'whole'] as const),
  ...(['text', 'text', 'text', 'text', 'money', 'money', 'whole', 'percent', 'money'] as const),
];

/** Columns of a list of members. */
export function membersHead(
  title: string,
  { today, locale }: { readonly today: BusinessDate; readonly locale: Locale },
): TableHead {
  const { columns, asOf } = WORDS[locale];
  return {
    title,
    columns: columns.map((name, place) => ({ name, kind: KINDS[place] ?? 'text' })),
    notes: [{ name: asOf, text: today }],
  };
}

/** Members read and written in one go: a few milliseconds of main. */
const PAGE = 200;

/** The rows of those members, page by page with the counter served in between; who has left meanwhile is not in it. */
export async function* memberPages(
  db: Reader,
  ns: Int32Array,
  asked: { readonly today: BusinessDate; readonly phones: 'masked' | 'full'; readonly locale: Locale },
): AsyncGenerator<readonly TableRow[]> {
  for (let from = 0; from < ns.length; from += PAGE) {
    const rows = await readOn(db, membersByN([...ns.subarray(from, from + PAGE)], asked.today));
    yield rows.map((row) => memberCells(row, asked));
    await nextTurn();
  }
}

function memberCells(
  row: SegmentRow,
  {
    today,
    phones,
    locale,
  }: { readonly today: BusinessDate; readonly phones: 'masked' | 'full'; readonly locale: Locale },
): TableRow {
  const words = WORDS[locale];
  const { insight, ...member } = segmentMemberFrom(row, today);
  return [
    member.memberNo,
    member.name,
    phones === 'full' ? row.phone : member.phoneMasked,
    words.tier[member.tier],
    member.joinedOn,
    member.lastVisitOn,
    member.silentDays,
    member.visits,
    member.points,
    member.usableCoupons,
    ...(insight === null ? NOTHING_SAID : insightCells(insight, words)),
  ];
}

/** Who has joined since the last run. */
const NOTHING_SAID: TableRow = Array.from({ length: 9 }, () => null);

const insightCells = (said: MemberInsight, words: Words): TableRow => [
  words.class[said.class],
  words.value[said.value],
  words.stage[said.stage],
  said.rfmGroup === null ? null : words.rfm[said.rfmGroup],
  said.yearSpent,
  said.spent,
  said.usualGap,
  said.alive === null ? null : said.alive / 1000,
  said.expected,
];

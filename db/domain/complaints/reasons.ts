/** What a complaint is about (S76): 商品 or 销售员. */
export const OBJECTS = ['goods', 'staff'] as const;
export type ComplaintObject = (typeof OBJECTS)[number];

/** The four groups of S72-S75; they are fixed, their leaves are the owner's. */
export const REASON_GROUPS = ['staff', 'goods', 'environment', 'operation'] as const;
export type ReasonGroup = (typeof REASON_GROUPS)[number];

/** The leaves of the sources; each of them has a word in every language. */
export const KNOWN_REASONS = {
  staff: ['staff_attitude', 'staff_cashiering', 'staff_knowledge'],
  goods: [
    'goods_out_of_stock',
    'goods_range',
    'goods_price',
    'goods_spoiled',
    'goods_price_tag',
    'goods_packaging',
  ],
  environment: ['environment_hygiene', 'environment_safety', 'environment_aisle'],
  operation: ['operation_hours', 'operation_returns', 'operation_after_sales'],
} as const;
export type KnownReason = (typeof KNOWN_REASONS)[ReasonGroup][number];

/** A reason: one of the sources, or the owner's own. */
export interface ReasonLeaf {
  readonly id: string;
  readonly group: ReasonGroup;
  /** The owner's word for it; empty = the word of the source, in the language of the screen. */
  readonly name: string;
  /** Switched off it is offered no more; old complaints keep it. */
  readonly active: boolean;
}

export const STARTING_REASONS: readonly ReasonLeaf[] = REASON_GROUPS.flatMap((group) =>
  KNOWN_REASONS[group].map((id) => ({ id, group, name: '', active: true })),
);

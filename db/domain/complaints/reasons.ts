/** What a complaint is about (S76): 商品 or 销售员. */
export const OBJECTS = ['goods', 'staff'] as const;
export type ComplaintObject = (typeof OBJECTS)[number];

/** The fixed reason tree of S72-S75: four groups, their leaves in the order of the source. */
export const REASON_TREE = {
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
export type ReasonGroup = keyof typeof REASON_TREE;
export type Reason = (typeof REASON_TREE)[ReasonGroup][number];

export const REASONS: readonly Reason[] = Object.values(REASON_TREE).flat();
export const REASON_GROUPS = Object.keys(REASON_TREE) as readonly ReasonGroup[];

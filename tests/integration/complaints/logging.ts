import type { TestShop } from '../../support/shop';

/** The first acceptance scene of S83. */
export const MOULD = {
  memberId: null as string | null,
  purchaseId: null as string | null,
  object: 'goods' as 'goods' | 'staff',
  reason: 'goods_spoiled',
  product: '深海鱼油',
  aboutStaffId: null as string | null,
  severity: 'high' as 'low' | 'normal' | 'high',
  channel: 'counter' as const,
  what: '鱼油发霉',
  wish: '换一瓶',
};
export type Told = typeof MOULD;

export const NO_FILTER = {
  ...{ text: '', object: null, reasonGroup: null, reason: null, severity: null, aboutStaffId: null },
  ...{ from: null, to: null, lateOnly: false },
} as const;

export async function logged(shop: TestShop, told: Partial<Told> = {}) {
  const outcome = await shop.client.complaints.log(shop.request(), { ...MOULD, ...told });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** One more who works here. */
export function staffRow(shop: TestShop, name: string, role: 'cashier' | 'manager' | 'owner'): string {
  const id = shop.request();
  shop
    .raw()
    .prepare('insert into staff (id, name, role, created_at) values (?, ?, ?, 1)')
    .run(id, name, role);
  return id;
}

import { appendComplaint, type Logged } from '@db/complaints/commands';
import type { Doer } from '@db/doer';
import { decideLog } from '@domain/complaints/steps';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, type Instant } from '@domain/units';
import { v7 as newId } from 'uuid';
import type { StoreFile } from '../../support/store-file';

export const RULES = DEFAULT_RULES.complaints;

export const doerAt = (now: Instant): Doer => ({
  staffId: '0190a5d0-0000-7000-8000-000000000002',
  now,
  newId,
});

const MOULD: Logged = {
  memberId: null,
  purchaseId: null,
  object: 'goods',
  reasonGroup: 'goods',
  reason: 'goods_spoiled',
  product: '',
  aboutStaffId: null,
  businessDate: businessDate('2026-05-18'),
  ruleVersion: 1,
  severity: 'high',
  channel: 'counter',
  what: '鱼油发霉',
  wish: '',
};

/** Logs a complaint as the counter does; what is not told is the mouldy fish oil of S83. */
export async function filed(store: StoreFile, now: Instant, told: Partial<Logged> = {}) {
  const logged = { ...MOULD, ...told };
  const decided = decideLog({ what: logged.what, receivedAt: now }, RULES, 'wall_clock');
  if (decided instanceof Refusal) throw new Error(decided.code);
  return await store.db.transaction().execute((tx) => appendComplaint(tx, logged, decided, doerAt(now)));
}

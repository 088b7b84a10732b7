import { issueCoupons } from '@db/coupons/commands';
import type { CouponName, NewCoupon } from '@db/coupons/mapping';
import type { Stamp } from '@db/points/stamp';
import type { Tx } from '@db/schema';
import type { CouponDraft } from '@domain/coupons/issue';
import { type BusinessDate, businessDate, fen, instant, NO_FEN } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

export const TODAY = businessDate('2026-05-18');

/** A store file with a few members, and the few words a test of coupons needs. */
export interface CouponFile extends StoreFile {
  readonly members: readonly [string, string, string];
  readonly stamp: Stamp;
  readonly within: <Result>(work: (tx: Tx) => Result | Promise<Result>) => Promise<Result>;
  /** Issues one coupon of ¥5, good in May, for an occasion of its own. */
  readonly issue: (
    memberId: string,
    draft?: Partial<CouponDraft>,
    about?: Partial<NewCoupon>,
  ) => Promise<CouponName>;
  readonly states: (ids: readonly string[]) => unknown[];
}

export function aCouponFile(): CouponFile {
  const store = aStoreFile();
  const [first = '', second = '', third = ''] = insertMembers(store.raw, [
    { name: '张三' },
    { name: '李四' },
    { name: '王五' },
  ]);
  const stamp = stampIn(store.raw, TODAY);
  const within = <Result>(work: (tx: Tx) => Result | Promise<Result>): Promise<Result> =>
    store.db.transaction().execute(async (tx) => await work(tx));
  return {
    ...store,
    members: [first, second, third],
    stamp,
    within,
    issue: async (memberId, draft = {}, about = {}) => {
      const [issued] = await within((tx) =>
        issueCoupons(tx, [{ memberId, draft: { ...fiver(), ...draft }, ...about }], stamp),
      );
      if (issued === undefined) throw new Error('not issued');
      return issued;
    },
    states: (ids) =>
      ids.map((id) => store.raw.prepare('select state, used_on_sale from coupon where id = ?').get(id)),
  };
}

export function stampIn(raw: SQLite.Database, today: BusinessDate): Stamp {
  const staffId = raw.prepare<[], string>('select id from staff').pluck().get() ?? '';
  const now = instant(Date.parse(`${today}T04:00:00Z`));
  return { now, today, staffId, ruleVersion: 1, newId: uuidv7 };
}

export const fiver = (): CouponDraft => ({
  templateId: 'five',
  occasion: uuidv7(),
  trigger: 'by_hand',
  name: '五元券',
  terms: { kind: 'amount', off: fen(500), threshold: NO_FEN },
  stacks: false,
  firstDay: businessDate('2026-05-01'),
  lastDay: businessDate('2026-05-31'),
  blackout: [],
  reason: '',
});

import type SQLite from 'better-sqlite3';
import { couponRow } from '../coupons/mapping';
import { couponCodeOf } from '../domain/coupons/code';
import type { Coupon } from '../domain/coupons/coupon';
import type { CouponDraft } from '../domain/coupons/issue';
import { calendarOf } from '../domain/coupons/occasions';
import { couponEffects } from '../domain/coupons/refund';
import { stateOn } from '../domain/coupons/state';
import { broughtBySale } from '../domain/coupons/triggers';
import type { ShopRules } from '../domain/settings/shop-rules';
import type { Tier } from '../domain/tiers/tier';
import type { BusinessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { inserter } from './rows';

/** A member as far as coupons are concerned. */
export interface Holder {
  readonly id: string;
  readonly joinedOn: BusinessDate;
  readonly birthday: { readonly month: number; readonly day: number } | null;
  readonly referrerId: string | null;
}

/** Everybody's coupons: brought, used and taken back by the counter's own rules. */
export interface Wallets {
  /** What can be used today, soonest lapse first. */
  readonly usable: (memberId: string, today: BusinessDate) => Coupon[];
  readonly sold: (
    memberId: string,
    of: { readonly purchaseId: string; readonly used: readonly string[]; readonly first: boolean },
    stamp: Stamp,
  ) => void;
  /** Nothing of the bill is left. */
  readonly refunded: (of: { readonly purchaseId: string; readonly refundId: string }, stamp: Stamp) => void;
  /** One of a campaign. */
  readonly give: (memberId: string, draft: CouponDraft, batchId: string, stamp: Stamp) => void;
  /** What the calendar brings a member of that level today, once. */
  readonly celebrate: (memberId: string, tier: Tier, stamp: Stamp) => void;
}

type Held = { -readonly [Part in keyof Coupon]: Coupon[Part] };

export function walletsOn(
  raw: SQLite.Database,
  holders: ReadonlyMap<string, Holder>,
  rules: ShopRules,
): Wallets {
  const write = writersOn(raw);
  const all: Held[] = [];
  /** Sales that went back as a whole. */
  const gone = new Set<string>();
  const ofMember = new Map<string, Held[]>();
  const issuedFor = new Set<string>();

  function issue(
    memberId: string,
    draft: CouponDraft,
    stamp: Stamp,
    from: { readonly issuedBySale?: string; readonly batchId?: string } = {},
  ): void {
    const once = `${memberId} ${draft.templateId} ${draft.occasion}`;
    if (issuedFor.has(once)) return;
    issuedFor.add(once);
    const id = stamp.newId();
    const code = couponCodeOf(id);
    const { issuedBySale } = from;
    write.coupon(couponRow({ memberId, draft, ...from }, { id, code }, stamp));
    event(id, 'issued', issuedBySale === undefined ? {} : { purchaseId: issuedBySale }, stamp);
    const { trigger, name, terms, stacks, firstDay, lastDay, blackout } = draft;
    const held: Held = {
      id,
      code,
      memberId,
      trigger,
      name,
      terms,
      stacks,
      firstDay,
      lastDay,
      blackout,
      state: 'issued',
      issuedBySale: issuedBySale ?? null,
      usedOnSale: null,
    };
    all.push(held);
    ofMember.set(memberId, [...(ofMember.get(memberId) ?? []), held]);
  }

  function event(
    couponId: string,
    kind: 'issued' | 'used' | 'restored' | 'revoked',
    about: { readonly purchaseId?: string; readonly refundId?: string },
    stamp: Stamp,
  ): void {
    write.event({
      coupon_id: couponId,
      kind,
      purchase_id: about.purchaseId ?? null,
      refund_id: about.refundId ?? null,
      business_date: stamp.today,
      at: stamp.now,
      staff_id: stamp.staffId,
    });
  }

  return {
    usable: (memberId, today) =>
      (ofMember.get(memberId) ?? [])
        .filter((coupon) => stateOn(coupon, today) === 'usable')
        .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1)),

    sold: (memberId, { purchaseId, used, first }, stamp) => {
      for (const coupon of (ofMember.get(memberId) ?? []).filter(({ id }) => used.includes(id))) {
        coupon.state = 'used';
        coupon.usedOnSale = purchaseId;
        write.use(purchaseId, coupon.id);
        event(coupon.id, 'used', { purchaseId }, stamp);
      }
      if (!first) return;
      const referrerId = holders.get(memberId)?.referrerId ?? null;
      const brought = [memberId, ...(referrerId === null ? [] : [referrerId])]
        .flatMap((id) => ofMember.get(id) ?? [])
        .filter(({ state, issuedBySale }) => issuedBySale !== null && state !== 'revoked')
        .filter(({ memberId: owner, trigger }) => owner === memberId || trigger !== 'referral');
      const bringing = { purchaseId, buyerId: memberId, referrerId, first, brought };
      for (const one of broughtBySale(bringing, rules.coupons.templates, stamp.today))
        issue(one.memberId, one.draft, stamp, { issuedBySale: purchaseId });
    },

    refunded: ({ purchaseId, refundId }, stamp) => {
      const here = all.filter((coupon) => coupon.usedOnSale === purchaseId && coupon.state === 'used');
      const orphaned = here.filter(({ issuedBySale }) => issuedBySale !== null && gone.has(issuedBySale));
      const used = here.filter((coupon) => !orphaned.includes(coupon));
      gone.add(purchaseId);
      const brought = all.filter((coupon) => coupon.issuedBySale === purchaseId);
      const asked = { used, orphaned, brought, whole: true, today: stamp.today };
      const { restored, revoked } = couponEffects(asked);
      for (const coupon of [...restored, ...orphaned]) {
        coupon.state = 'issued';
        coupon.usedOnSale = null;
        write.restore(coupon.id);
        event(coupon.id, 'restored', { purchaseId, refundId }, stamp);
      }
      for (const coupon of revoked) {
        coupon.state = 'revoked';
        write.revoke(coupon.id);
        event(coupon.id, 'revoked', { purchaseId, refundId }, stamp);
      }
    },

    give: (memberId, draft, batchId, stamp) => issue(memberId, draft, stamp, { batchId }),

    celebrate: (memberId, tier, stamp) => {
      const holder = holders.get(memberId);
      if (holder === undefined || stamp.today < holder.joinedOn) return;
      const { birthday, joinedOn } = holder;
      const celebrated = { rights: rules.tiers.rights[tier], birthday, joinedOn };
      for (const draft of calendarOf(rules, stamp.today)(celebrated)) issue(memberId, draft, stamp);
    },
  };
}

function writersOn(raw: SQLite.Database) {
  const use = raw.prepare("update coupon set state = 'used', used_on_sale = ? where id = ?");
  const restore = raw.prepare("update coupon set state = 'issued', used_on_sale = null where id = ?");
  const revoke = raw.prepare("update coupon set state = 'revoked' where id = ?");
  return {
    use: (purchaseId: string, id: string) => void use.run(purchaseId, id),
    restore: (id: string) => void restore.run(id),
    revoke: (id: string) => void revoke.run(id),
    event: inserter(raw, 'coupon_event', [
      'coupon_id',
      'kind',
      'purchase_id',
      'refund_id',
      'business_date',
      'at',
      'staff_id',
    ]),
    coupon: inserter(raw, 'coupon', [
      'id',
      'code',
      'member_id',
      'template_id',
      'trigger',
      'occasion',
      'name',
      'kind',
      'off_fen',
      'percent_off',
      'cap_fen',
      'item',
      'cost_fen',
      'threshold_fen',
      'stacks',
      'first_day',
      'last_day',
      'blackout',
      'issued_by_sale',
      'batch_id',
      'reason',
      'rule_version',
      'business_date',
      'issued_at',
      'staff_id',
    ]),
  };
}

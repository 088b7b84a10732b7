import type SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { brokenLaws } from './laws-in-sql';
import { KNOWN_LIVES, LOYALTY, LoyalMember, someLife } from './loyal-member';
import { rowCounts } from './row-counts';

const RUNS = 60;

let shop: TestShop;
let referrer: string;
let counted: SQLite.Statement;
beforeAll(async () => {
  shop = await aShop({ now: '2026-01-15T04:00:00Z' });
  counted = rowCounts(shop.raw(), TABLES);
  const { latest, rules } = await shop.client.settings.rules({});
  const changed = await shop.client.settings.changeRules(shop.request(), {
    basedOn: latest,
    rules: { ...rules, ...LOYALTY },
  });
  expect(changed.ok).toBe(true);
  referrer = await shop.member('李静');
});
afterAll(() => shop.close());

async function referred(): Promise<string> {
  const signedUp = await shop.client.members.signUp(newId(), {
    ...{ name: '张三', phone: '', phoneShared: false, cardNo: '', gender: null, tags: [], note: '' },
    ...{ birthday: null, source: 'referral', referrerId: referrer, distinct: true },
    consent: { personalData: true, marketing: false, textVersion: '2026-11' },
  });
  if (!signedUp.ok) throw new Error(signedUp.refusal.code);
  return signedUp.value.memberId;
}

const TABLES = [
  'purchase',
  'purchase_line',
  'refund',
  'points_entry',
  'points_move',
  'command_outcome',
].concat(['tier_change', 'coupon', 'coupon_event', 'receipt']);
const rows = () => counted.all();

/** The counter's row of a member, and what the ledgers say. */
const COUNTER = `select l.tier || l.points || ' ' || l.usable_coupons as shown,
  m.tier || (select coalesce(sum(points), 0) from points_entry where member_id = m.id) || ' ' ||
    (select count(*) from coupon where member_id = m.id and state = 'issued'
      and :today between first_day and last_day) as so
  from member_lookup l join member m on m.n = l.n where m.id = :member`;

/** What these lives must reach to prove what they are here to prove. */
const REACHED = ['sold', 'restored', 'revoked', 'lapsed', 'kept', 'tier', 'up', 'down', 'taken_back'].concat(
  ['tier step', 'member_day step', 'coupon step', 'points step', 'price_changed'],
  ['coupons_do_not_stack', 'coupon_used', 'coupon_lapsed'],
);

test(`${RUNS} lives with coupons, levels and member days: every law, each refund as foretold, levels as judged day by day`, async () => {
  const seen = new Map<string, number>();
  const count = (name: string, times = 1) => seen.set(name, (seen.get(name) ?? 0) + times);
  await fc.assert(
    fc.asyncProperty(someLife, async (events) => {
      const member = new LoyalMember(shop, await referred());
      for (const event of events) {
        const before = rows();
        const answer = await member.live(event);
        const { kept, recomputed } = await member.levels();
        expect(kept, JSON.stringify(event)).toBe(recomputed);
        if (answer === undefined) continue;
        if (!answer.ok) {
          count(answer.refusal.code);
          expect(rows()).toEqual(before);
          continue;
        }
        told(answer.value, count);
        const after = rows();
        expect(await member.again()).toEqual(answer);
        expect(rows()).toEqual(after);
        if (event.do !== 'coupon') {
          const { shown, so } = counter(member);
          expect(shown).toBe(so);
        }
      }
      expect(brokenLaws(shop.raw())).toEqual([]);
    }),
    { numRuns: RUNS, examples: KNOWN_LIVES.map((life) => [[...life]]) },
  );
  const kinds = shop
    .raw()
    .prepare<[], [string, number]>('select kind, count(*) from tier_change group by kind');
  for (const [kind, times] of kinds.raw().all()) count(kind, times);
  const steps = shop
    .raw()
    .prepare<[], [string, number]>(
      "select s.value ->> 'kind', count(*) from purchase, json_each(account, '$.steps') s group by 1",
    );
  for (const [kind, times] of steps.raw().all()) count(`${kind} step`, times);
  for (const name of REACHED) expect(seen.get(name) ?? 0, name).toBeGreaterThan(0);
  expect(shop.reported).toEqual([]);
}, 300_000);

function told(value: object, count: (name: string) => void): void {
  if ('purchaseId' in value) count('sold');
  if (!('effect' in value)) return;
  const effect = value.effect as { coupons: Record<string, unknown[]>; tier: object | null }; // of a refund or an undo
  for (const [what, coupons] of Object.entries(effect.coupons)) if (coupons.length > 0) count(what);
  if (effect.tier !== null) count('tier');
}

function counter({ memberId, today }: LoyalMember): { shown: string; so: string } {
  return shop
    .raw()
    .prepare<[object], { shown: string; so: string }>(COUNTER)
    .get({ member: memberId, today }) as { shown: string; so: string }; // every member has a row
}

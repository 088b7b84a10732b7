import type SQLite from 'better-sqlite3';
import type { CouponDraft } from '../domain/coupons/issue';
import { draftFrom } from '../domain/coupons/issue';
import { Refusal } from '../domain/refusal';
import { ofTiers } from '../domain/segments/segment';
import type { BusinessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { choiceJson } from '../segments/choice';
import type { Levels } from './levels';
import { inserter } from './rows';
import { MID_AUTUMN } from './rules';
import type { Holder, Wallets } from './wallets';

/** The day on which the shop sends out its mooncakes, each year. */
const SENT_ON = '-09-01';

/** The festival's campaign to everybody who is loyal or VIP that day; on any other day nothing. */
export function festivalOn(
  raw: SQLite.Database,
  shop: { readonly holders: readonly Holder[]; readonly levels: Levels; readonly wallets: Wallets },
): (today: BusinessDate, stamp: Stamp) => void {
  const insertBatch = inserter(raw, 'coupon_batch', [
    'id',
    'template_id',
    'segment',
    'rule_version',
    'state',
    'members',
    'first_day',
    'last_day',
    'business_date',
    'started_at',
    'staff_id',
  ]);
  const insertMember = inserter(raw, 'coupon_batch_member', ['batch_id', 'member_id']);
  return (today, stamp) => {
    if (!today.endsWith(SENT_ON)) return;
    const guests = shop.holders.filter(({ id }) => shop.levels.of(id) !== 'regular');
    const batchId = stamp.newId();
    const draft = draftOf(batchId, today);
    insertBatch({
      id: batchId,
      template_id: draft.templateId,
      segment: choiceJson(LOYAL_AND_VIP),
      rule_version: stamp.ruleVersion,
      state: 'done',
      members: guests.length,
      first_day: draft.firstDay,
      last_day: draft.lastDay,
      business_date: today,
      started_at: stamp.now,
      staff_id: stamp.staffId,
    });
    for (const { id } of guests) {
      insertMember({ batch_id: batchId, member_id: id });
      shop.wallets.give(id, draft, batchId, stamp);
    }
  };
}

function draftOf(batchId: string, today: BusinessDate): CouponDraft {
  const draft = draftFrom(MID_AUTUMN, { occasion: batchId }, today);
  if (draft instanceof Refusal) throw new Error(`the festival's coupon is refused: ${draft.code}`);
  return draft;
}

const LOYAL_AND_VIP = { rule: ofTiers(['loyal', 'vip']), segmentId: null };

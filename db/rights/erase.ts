import { endTasks } from '../care/commands';
import { indexComplaintsOf } from '../complaints/search';
import { withdrawCoupon } from '../coupons/commands';
import { ERASED_WORDS, giveUp } from '../domain/rights/erasure';
import { appendConsent } from '../members/commands';
import { consentOf } from '../members/queries';
import { appendEntries } from '../points/commands';
import { accountIn } from '../points/queries';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';
import { recordsUnder } from './queries';

/** What was of a person and lies outside of the store's file: still to be cleaned up after the commit. */
export interface Leftovers {
  /** Words that lines of refused rows are looked through for; at least as long as a name. */
  readonly words: readonly string[];
  /** Pictures by their hash. */
  readonly photos: readonly string[];
}

/** Whose rows: the member and every record that was merged into them, as a JSON list of ids. */
const MINE = '(select value from json_each(@ids))';
const MY_COMPLAINTS = `(select id from complaint where member_id in ${MINE})`;
const MY_COUPONS = `(select id from coupon where member_id in ${MINE})`;
const MY_CONTACTS = `(select id from care_contact where member_id in ${MINE})`;

/** A text that may not be empty, or not in every state. */
const dashed = (column: string): string => `${column} = iif(${column} = '', '', '${ERASED_WORDS}')`;

/**
 * Every word of theirs, table by table. The file lets the ledgers among them change in nothing but this, and only
 * once the state says 'erased' (migration 52); a test looks through the whole file for what may be left.
 */
const WORDS: readonly string[] = [
  `update member set card_no = null, external_id = null, name = '', phone = null, phone_shared = 0, gender = null,
     birth_year = null, birth_month = null, birth_day = null, note = '', adviser_id = null, updated_at = @now
     where id in ${MINE}`,
  `delete from member_tag where member_id in ${MINE}`,
  `delete from member_profile where member_id in ${MINE}`,
  `delete from member_interest where member_id in ${MINE}`,
  `delete from wrong_phone where member_id in ${MINE}`,
  `delete from told_apart where one_id in ${MINE} or other_id in ${MINE}`,
  `delete from member_insight where n in (select n from member where id in ${MINE})`,
  `delete from audit_personal where member_id in ${MINE}`,
  // The key of a row is a hash of a phone or a number, of which there are too few for a hash to hide.
  `delete from import_key where kind <> 'purchase' and target_id in ${MINE}`,
  `update refund set reason = '' where member_id in ${MINE} and reason <> ''`,
  `update points_entry set reason = '' where member_id in ${MINE} and reason <> ''`,
  `update tier_change set reason = iif(kind = 'by_hand', '${ERASED_WORDS}', '') where member_id in ${MINE} and reason <> ''`,
  `update coupon set reason = '' where member_id in ${MINE} and reason <> ''`,
  `update coupon_event set reason = '' where coupon_id in ${MY_COUPONS} and reason <> ''`,
  `update complaint set what = '${ERASED_WORDS}', wish = '', ${['result', 'cause', 'measure'].map(dashed).join(', ')}
     where member_id in ${MINE}`,
  `update complaint_event set note = '' where complaint_id in ${MY_COMPLAINTS} and note <> ''`,
  `delete from complaint_photo where complaint_id in ${MY_COMPLAINTS}`,
  `update care_task set note = '', measure = '', ended_words = '' where member_id in ${MINE}`,
  `update care_plan set what = '${ERASED_WORDS}', ended_at = coalesce(ended_at, @now) where member_id in ${MINE}`,
  `update care_contact set text = '' where member_id in ${MINE} and text <> ''`,
  `update care_outcome set note = '' where contact_id in ${MY_CONTACTS} and note <> ''`,
  `update care_outcome set next_step = '' where contact_id in ${MY_CONTACTS} and next_step <> ''`,
  `update survey_answer set note = '' where member_id in ${MINE} and note <> ''`,
  `update success_story set story = '${ERASED_WORDS}', may_share = 0 where member_id in ${MINE}`,
  // Somebody expected whom nobody can call; who came, came.
  `delete from event_guest where member_id in ${MINE} and state <> 'attended'
     and event_id in (select id from shop_event where held_on >= @today)`,
  `update staff set own_member_id = null where own_member_id in ${MINE}`,
  `update member_merge set before = '{}', after = '{}' where from_id in ${MINE} or into_id in ${MINE}`,
];

/**
 * Anonymises a member and every record merged into them (rules "Lookup and member record", trust "People"): what
 * names or describes them goes, amounts, days and ids stay. Points lapse, unused coupons are withdrawn, open
 * tasks end, consent is withdrawn. Null for one who is gone already, so it may be done again: after a restore it
 * is. The rest, outside of this transaction, is remembered in `member_erasure`.
 */
export async function eraseMember(tx: Tx, memberId: string, stamp: Stamp): Promise<readonly string[] | null> {
  const account = accountIn(tx, memberId);
  if (account === null || !account.active) return null;
  const all = recordsUnder(tx, memberId);
  const leftovers = leftoversOf(tx, all);
  await appendEntries(tx, giveUp(account.holdings), { memberId }, stamp);
  await endWhatIsOpen(tx, memberId, all, stamp);
  prepared(tx, `update member set state = 'erased' where id in ${MINE}`).run({ ids: JSON.stringify(all) });
  const values = { ids: JSON.stringify(all), now: stamp.now, today: stamp.today };
  for (const sql of WORDS) prepared(tx, sql).run(values);
  for (const id of all) indexComplaintsOf(tx, id);
  insertRows(
    tx,
    'member_erasure',
    all.map((id) => ({
      member_id: id,
      at: stamp.now,
      staff_id: stamp.staffId,
      leftovers: id === memberId ? JSON.stringify(leftovers) : null,
      cleaned_at: null,
    })),
  );
  return all;
}

async function endWhatIsOpen(tx: Tx, memberId: string, all: readonly string[], stamp: Stamp): Promise<void> {
  const ids = { ids: JSON.stringify(all) };
  const coupons = prepared<{ id: string }>(
    tx,
    `select id from coupon where member_id in ${MINE} and state = 'issued'`,
  ).all(ids);
  for (const { id } of coupons) withdrawCoupon(tx, id, '', stamp);
  const tasks = prepared<{ id: string }>(
    tx,
    `select id from care_task where member_id in ${MINE} and state = 'open'`,
  ).all(ids);
  endTasks(
    tx,
    tasks.map(({ id }) => id),
    { state: 'dropped', because: 'member_gone' },
    stamp,
  );
  const given = await consentOf(tx, memberId);
  const purposes = (['personal_data', 'marketing'] as const).filter((purpose) =>
    purpose === 'marketing' ? given.marketing : given.personalData,
  );
  const withdrawn = { memberId, action: 'withdrawn', textVersion: '', channel: 'erased' } as const;
  await appendConsent(
    tx,
    purposes.map((purpose) => ({ ...withdrawn, purpose, id: stamp.newId() })),
    stamp,
  );
}

function leftoversOf(tx: Tx, all: readonly string[]): Leftovers {
  const ids = { ids: JSON.stringify(all) };
  const known = prepared<{
    name: string;
    phone: string | null;
    card_no: string | null;
    external_id: string | null;
  }>(tx, `select name, phone, card_no, external_id from member where id in ${MINE}`).all(ids);
  const photos = prepared<{ sha256: string }>(
    tx,
    `select distinct sha256 from complaint_photo where complaint_id in ${MY_COMPLAINTS}
       and sha256 not in (select sha256 from complaint_photo where complaint_id not in ${MY_COMPLAINTS})`,
  ).all(ids);
  const words = known.flatMap((row) => [row.name, row.phone, row.card_no, row.external_id]);
  return {
    words: [...new Set(words.filter((word): word is string => word !== null && word.length > 1))],
    photos: photos.map(({ sha256 }) => sha256),
  };
}

import { hasDied } from '../care/win-back';
import type { SegmentRule } from '../domain/segments/segment';
import type { BusinessDate } from '../domain/units';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { membersOf } from '../segments/compile';
import { YES_SQL } from '../segments/facts';

/** Whom an invitation is for: everybody of a rule (null = nobody), and these members besides. */
export interface InvitedAsked {
  readonly eventId: string;
  readonly rule: SegmentRule | null;
  readonly memberIds: readonly string[];
  readonly today: BusinessDate;
}

/** Living members whom nobody has asked to this event yet; an invitation is an offer, so it wants their yes (S28). */
const NOT_ASKED = `not ${hasDied('m')}
  and m.id not in (select g.member_id from event_guest g where g.event_id = ?)`;
const AGREED = YES_SQL.agreed_to_marketing;

/** How many a rule would reach, and how many have not agreed to be invited. */
export async function invitableCount(
  db: Reader,
  {
    eventId,
    rule,
    today,
  }: { readonly eventId: string; readonly rule: SegmentRule; readonly today: BusinessDate },
): Promise<{ readonly members: number; readonly withoutConsent: number }> {
  const { text, values } = membersOf(rule, today);
  const [found] = await readOn(
    db,
    rows<{ members: number; withoutConsent: number }>(
      `select coalesce(sum(${AGREED}), 0) as members, coalesce(sum(not ${AGREED}), 0) as withoutConsent
       ${text} ${rule.all.length === 0 ? 'where' : 'and'} ${NOT_ASKED}`,
      ...values,
      eventId,
    ),
  );
  return found ?? { members: 0, withoutConsent: 0 };
}

/** Those whom it reaches, by `member.n`, each once. */
export async function invitable(
  db: Reader,
  { eventId, rule, memberIds, today }: InvitedAsked,
): Promise<Int32Array> {
  const chosen = rule === null ? null : membersOf(rule, today);
  const found = await readOn(
    db,
    rows<{ n: number }>(
      `select m.n from member m where m.state = 'active'
         and (m.id in (select value from json_each(?))${chosen === null ? '' : ` or m.n in (select l.n ${chosen.text})`})
         and ${AGREED} and ${NOT_ASKED} order by m.n`,
      ...[JSON.stringify(memberIds), ...(chosen?.values ?? []), eventId],
    ),
  );
  return Int32Array.from(found, ({ n }) => n);
}

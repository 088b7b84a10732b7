import { z } from 'zod';
import { EVENT_KINDS, GUEST_STATES } from '../../db/domain/invitations/event';
import { command, plain, query, room } from './rpc';
import { segmentRuleShape } from './segment-shapes';
import { count, dateShape, id, line, prose, tierShape } from './shapes';

const eventKindShape = z.enum(EVENT_KINDS);
const guestStateShape = z.enum(GUEST_STATES);

/** Events of the shop, who is invited and who came (S47, S53, S54). */
export const invitationsRoom = room(() => ({
  events: query(
    z.strictObject({ which: z.enum(['coming', 'past']) }),
    z.array(
      z.strictObject({
        id,
        name: z.string(),
        kind: eventKindShape,
        heldOn: dateShape,
        startsAt: z.int().nullable(),
        place: z.string(),
        places: count.nullable(),
        note: z.string(),
        state: z.enum(['planned', 'cancelled']),
        guests: z.strictObject({
          invited: count,
          coming: count,
          declined: count,
          attended: count,
          absent: count,
        }),
      }),
    ),
  ),
  guests: query(
    z.strictObject({ eventId: id }),
    z.array(
      z.strictObject({
        memberId: id,
        name: z.string(),
        memberNo: z.string(),
        phoneMasked: z.string(),
        tier: tierShape,
        state: guestStateShape,
      }),
    ),
  ),
  planEvent: command({
    input: z.strictObject({
      name: line(60),
      kind: eventKindShape,
      heldOn: dateShape,
      startsAt: z.int().min(0).max(1439).nullable(),
      place: line(60),
      places: z.int().min(1).max(100_000).nullable(),
      note: prose(500),
    }),
    output: z.strictObject({ eventId: id }),
    refusals: { text_needed: plain, due_in_past: plain },
    changes: ['care', 'invitations'],
  }),
  cancelEvent: command({
    input: z.strictObject({ eventId: id }),
    output: z.strictObject({}),
    refusals: { event_gone: plain, event_over: plain },
    changes: ['care', 'invitations'],
  }),
  /** Whom an invitation to these members would reach; one task each, within the budget. */
  previewInvitation: query(
    z.strictObject({ eventId: id, rule: segmentRuleShape }),
    z.strictObject({ members: count, withoutConsent: count }),
  ),
  /**
   * The members of a rule (null = none) and these besides. Whom it reaches is fixed now; what one slice does
   * not hold is done in slices after it, also over a restart.
   */
  invite: command({
    input: z.strictObject({
      eventId: id,
      rule: segmentRuleShape.nullable(),
      segmentId: id.nullable(),
      memberIds: z.array(id).max(200),
    }),
    output: z.strictObject({ invited: count }),
    refusals: { event_gone: plain, event_over: plain, nobody: plain, segment_changed: plain },
    changes: ['care', 'invitations'],
  }),
  setGuest: command({
    input: z.strictObject({ eventId: id, memberId: id, state: guestStateShape }),
    output: z.strictObject({}),
    refusals: {
      event_gone: plain,
      member_gone: plain,
      event_full: z.strictObject({ places: count }),
      not_yet: plain,
    },
    changes: ['care', 'invitations'],
  }),
}));

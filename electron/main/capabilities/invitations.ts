import { addTasks, endTasks } from '../../../db/care/commands';
import { openTasksOfEvent } from '../../../db/care/made-from';
import { isAnswer, refusedEvent, refusedGuest } from '../../../db/domain/invitations/guest';
import { refuse } from '../../../db/domain/refusal';
import { cancelEvent, insertEvent, putGuests } from '../../../db/invitations/commands';
import { invitable, invitableCount } from '../../../db/invitations/invitable';
import { eventList, eventTerms, guestStanding, guestsOf } from '../../../db/invitations/queries';
import { memberExists } from '../../../db/members/queries';
import { readIn } from '../../../db/reading';
import { rulesIn } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';
import { stampOf } from '../stamp';

export const invitationsHandlers: RoomHandlers<'invitations'> = {
  events: (cx, { which }) => eventList(cx.db, which, cx.today),

  guests: (cx, { eventId }) => guestsOf(cx.db, eventId),

  planEvent: async (cx, event) => {
    if (event.name === '') return refuse('text_needed');
    if (event.heldOn < cx.today) return refuse('due_in_past');
    const { version } = rulesIn(cx.tx, cx.today);
    return { eventId: await insertEvent(cx.tx, event, stampOf(cx, version)) };
  },

  cancelEvent: async (cx, { eventId }) => {
    const event = await eventTerms(cx.tx, eventId);
    if (event === undefined) return refuse('event_gone');
    const refused = refusedEvent(event, cx.today);
    if (refused !== undefined) return refused;
    await cancelEvent(cx.tx, eventId);
    const open = readIn(cx.tx, openTasksOfEvent(eventId));
    endTasks(cx.tx, open, { state: 'dropped', because: 'event_cancelled' }, cx);
    return {};
  },

  previewInvitation: (cx, { eventId, tiers }) => invitableCount(cx.db, eventId, { tiers, memberIds: [] }),

  invite: async (cx, { eventId, tiers, memberIds }) => {
    const event = await eventTerms(cx.tx, eventId);
    if (event === undefined) return refuse('event_gone');
    const refused = refusedEvent(event, cx.today);
    if (refused !== undefined) return refused;
    const guests = await invitable(cx.tx, eventId, { tiers, memberIds });
    if (guests.length === 0) return refuse('nobody');
    const stamp = stampOf(cx, rulesIn(cx.tx, cx.today).version);
    putGuests(cx.tx, eventId, guests, 'invited', stamp);
    addTasks(
      cx.tx,
      guests.map((memberId) => ({
        memberId,
        kind: 'invitation',
        occasion: eventId,
        content: 'offer',
        dueOn: cx.today,
        lastDay: event.heldOn,
        eventId,
      })),
      stamp,
    );
    return { invited: guests.length };
  },

  setGuest: async (cx, { eventId, memberId, state }) => {
    const event = await eventTerms(cx.tx, eventId);
    if (event === undefined) return refuse('event_gone');
    if (!(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    const standing = await guestStanding(cx.tx, eventId, memberId);
    const refused = refusedGuest(event, { state, ...standing }, cx.today);
    if (refused !== undefined) return refused;
    const { version } = rulesIn(cx.tx, cx.today);
    putGuests(cx.tx, eventId, [memberId], state, stampOf(cx, version));
    // Who has answered need not be called any more.
    const open = isAnswer(state) ? readIn(cx.tx, openTasksOfEvent(eventId, memberId)) : [];
    endTasks(cx.tx, open, { state: 'done' }, cx);
    return {};
  },
};

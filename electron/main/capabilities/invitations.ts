import { endTasks } from '../../../db/care/commands';
import { openTasksOfEvent } from '../../../db/care/made-from';
import { isAnswer, refusedEvent, refusedGuest } from '../../../db/domain/invitations/guest';
import { refuse } from '../../../db/domain/refusal';
import { cancelEvent, insertEvent, putGuests } from '../../../db/invitations/commands';
import { invitable } from '../../../db/invitations/invitable';
import { eventList, eventTerms, guestStanding, guestsOf } from '../../../db/invitations/queries';
import { memberExists } from '../../../db/members/queries';
import { readIn } from '../../../db/reading';
import { insertRound, stopInviting, takeSlice } from '../../../db/segments/rounds';
import { rulesIn } from '../../../db/settings/queries';
import { isUnchanged } from '../chosen-members';
import type { RoomHandlers } from '../context';
import { SLICE } from '../sliced-work';
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
    stopInviting(cx.tx, eventId);
    const open = readIn(cx.tx, openTasksOfEvent(eventId));
    endTasks(cx.tx, open, { state: 'dropped', because: 'event_cancelled' }, cx);
    return {};
  },

  previewInvitation: ({ readLong, today }, asked) => readLong('invitableCount', { ...asked, today }),

  invite: async (cx, { eventId, rule, segmentId, memberIds }) => {
    const event = await eventTerms(cx.tx, eventId);
    if (event === undefined) return refuse('event_gone');
    const refused = refusedEvent(event, cx.today);
    if (refused !== undefined) return refused;
    if (rule !== null && !isUnchanged(cx, { rule, segmentId })) return refuse('segment_changed');
    const asked = { eventId, rule, memberIds, today: cx.today };
    const members = rule === null ? await invitable(cx.tx, asked) : await cx.readLong('invitable', asked);
    if (members.length === 0) return refuse('nobody');
    const stamp = stampOf(cx, rulesIn(cx.tx, cx.today).version);
    const task = { content: 'offer', note: '', dueOn: cx.today, lastDay: event.heldOn } as const;
    const round = insertRound(cx.tx, { id: cx.newId(), eventId, rule, segmentId, members, ...task }, stamp);
    // A handful is invited at once; of thousands the rest follows in slices.
    if (takeSlice(cx.tx, round, SLICE, stamp)) cx.workConfirmed();
    return { invited: members.length };
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

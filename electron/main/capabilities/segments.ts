import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { decideTaskByHand } from '../../../db/domain/care/by-hand';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { readIn, readOn } from '../../../db/reading';
import { changeSegment, insertSegment, putAwaySegment } from '../../../db/segments/commands';
import { savedSegments, segmentById, segmentNamed } from '../../../db/segments/queries';
import { insertRound, lastRounds, takeSlice } from '../../../db/segments/rounds';
import { rulesIn } from '../../../db/settings/queries';
import { aboutSegment, isUnchanged } from '../chosen-members';
import type { CommandCx, RoomHandlers } from '../context';
import { SLICE } from '../sliced-work';
import { stampOf } from '../stamp';
import { memberPages, membersHead } from '../tables/members-table';
import { saveTable } from '../tables/save-table';

export const segmentsHandlers: RoomHandlers<'segments'> = {
  list: (cx) => readOn(cx.db, savedSegments()),
  // What is asked of every member is longer than the counter may wait.
  sizes: ({ readLong, today }) => readLong('segmentSizes', { today }),
  count: ({ readLong, today }, { rule }) => readLong('segmentCount', { rule, today }),
  members: ({ readLong, today }, asked) => readLong('segmentPage', { ...asked, today }),
  vocabulary: ({ readLong }) => readLong('vocabulary', {}),
  previewCare: ({ readLong, today }, asked) => readLong('carePreview', { ...asked, today }),
  rounds: (cx) => lastRounds(cx.db),

  save: async (cx, { segmentId, name, rule }) => {
    const refused = refusedName(cx, segmentId, name);
    if (refused !== undefined) return refused;
    if (segmentId === null) {
      const by = { newId: cx.newId, now: cx.now, staffId: cx.staff.id };
      const id = await insertSegment(cx.tx, { name, rule }, by);
      cx.audit({ about: { kind: 'segment', id }, after: name });
      return { segmentId: id };
    }
    if (readIn(cx.tx, segmentById(segmentId)) === undefined) return refuse('segment_gone');
    await changeSegment(cx.tx, segmentId, { name, rule }, cx);
    cx.audit({ about: { kind: 'segment', id: segmentId }, after: name });
    return { segmentId };
  },

  rename: async (cx, { segmentId, name }) => {
    const refused = refusedName(cx, segmentId, name);
    if (refused !== undefined) return refused;
    if (readIn(cx.tx, segmentById(segmentId)) === undefined) return refuse('segment_gone');
    await changeSegment(cx.tx, segmentId, { name }, cx);
    cx.audit({ about: { kind: 'segment', id: segmentId }, after: name });
    return {};
  },

  putAway: async (cx, { segmentId }) => {
    if (readIn(cx.tx, segmentById(segmentId)) === undefined) return refuse('segment_gone');
    await putAwaySegment(cx.tx, segmentId, cx);
    cx.audit({ about: { kind: 'segment', id: segmentId } });
    return {};
  },

  saveMembers: async (app, { rule, order, name, format, phones }) => {
    const { opened, calendar } = app.session.shop();
    const today = businessDateOf(app.sources.clock(), calendar);
    const ns = await app.readLong('segmentMembers', { rule, order, today });
    const { locale } = app.preferences.get();
    const pages = memberPages(opened.db, ns, { today, phones, locale });
    const saved = await saveTable(app, membersHead(name, { today, locale }), pages, format);
    if (saved instanceof Refusal) return saved;
    if (saved === null) return { path: null, members: 0 };
    await app.audit({ after: { members: saved.rows, phones } });
    return { path: saved.path, members: saved.rows };
  },

  giveCare: async (cx, { rule, segmentId, content, note, dueOn, expected }) => {
    const decided = decideTaskByHand({ note, dueOn }, cx.today);
    if (decided instanceof Refusal) return decided;
    if (!isUnchanged(cx, { rule, segmentId })) return refuse('segment_changed');
    const { members, tasks } = await cx.readLong('carePreview', { rule, content, today: cx.today });
    if (tasks === 0) return refuse('nobody');
    if (tasks !== expected) return refuse('members_changed', { members: tasks });
    const ns = await cx.readLong('segmentMembers', { rule, order: 'joined', today: cx.today });
    const id = cx.newId();
    const { lastDay } = decided;
    const asked = { id, eventId: null, rule, segmentId, content, note, dueOn, lastDay, members: ns };
    const stamp = stampOf(cx, rulesIn(cx.tx, cx.today).version);
    // A handful is done at once; of thousands the rest follows in slices.
    if (takeSlice(cx.tx, insertRound(cx.tx, asked, stamp), SLICE, stamp)) cx.workConfirmed();
    cx.audit({ ...aboutSegment(segmentId), after: { round: id, content, members } });
    return { roundId: id, members };
  },
};

/** A name is the shop's own and is there once. */
function refusedName(cx: CommandCx, segmentId: string | null, name: string) {
  if (name === '') return refuse('name_needed');
  const other = readIn(cx.tx, segmentNamed(name));
  return other === undefined || other === segmentId ? undefined : refuse('name_taken', { segmentId: other });
}

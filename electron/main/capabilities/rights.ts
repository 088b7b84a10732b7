import type { Plain } from '../../../db/domain/audit/entry';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { eraseMember } from '../../../db/rights/erase';
import { erasureOf } from '../../../db/rights/erasures';
import { mergeMembers } from '../../../db/rights/merge';
import { asJson } from '../../../db/rights/my-data';
import { erasePreview, mergePreview, mergesInto } from '../../../db/rights/previews';
import { knownRecord } from '../../../db/rights/records';
import { undoMerge } from '../../../db/rights/undo-merge';
import { currentRules } from '../../../db/settings/queries';
import type { ActCx, CommandCx, RoomHandlers } from '../context';
import { stampOf } from '../stamp';
import { writeWanted } from '../write-file';

export const rightsHandlers: RoomHandlers<'rights'> = {
  myData: (cx, { memberId }) => collect(cx, memberId),
  saveMyData: async (cx, { memberId }) => {
    const data = await collect(cx, memberId);
    if (data instanceof Refusal) return data;
    const path = await cx.dialogs.saveFile(`shuke-${data.memberNo}.json`, [
      { name: 'JSON', extensions: ['json'] },
    ]);
    if (path === null) return null;
    return (await writeWanted(path, asJson(data))) ?? { path };
  },

  erasePreview: ({ db, today }, { memberId }) => erasePreview(db, memberId, today),
  erase: async (cx, { memberId, memberNo }) => {
    const known = await knownRecord(cx.tx, memberId);
    if (known === undefined) return refuse('member_gone');
    if (known.memberNo !== memberNo) return refuse('wrong_number');
    const erased = await eraseMember(cx.tx, memberId, await stampNow(cx));
    if (erased === null) return refuse('member_gone');
    for (const id of erased) cx.touch(id);
    cx.personErased();
    return {};
  },
  erasure: ({ db }, { memberId }) => erasureOf(db, memberId),

  mergePreview: ({ db, today }, pair) => mergePreview(db, pair, today),
  merge: async (cx, pair) => {
    const merged = await mergeMembers(cx.tx, pair, await stampNow(cx));
    if (merged instanceof Refusal) return merged;
    const { mergeId, intoId, fromId } = merged;
    joined(cx, { mergeId, intoId, fromId });
    return { memberId: intoId, mergeId };
  },
  undoMerge: async (cx, { mergeId }) => {
    const undone = await undoMerge(cx.tx, mergeId, await stampNow(cx));
    if (undone instanceof Refusal) return undone;
    joined(cx, { mergeId, ...undone });
    return { memberId: undone.intoId, otherId: undone.fromId };
  },
  mergesInto: ({ db, now }, { memberId }) => mergesInto(db, memberId, now),
};

async function collect(cx: ActCx, memberId: string) {
  const asked = { memberId, now: cx.sources.clock() };
  const data = await cx.readLong('myData', asked);
  if (data === null) return refuse('member_gone');
  await cx.audit({ about: { kind: 'member', id: memberId } });
  return data;
}

const stampNow = async (cx: CommandCx) => stampOf(cx, (await currentRules(cx.tx, cx.today)).version);

/** Both records are told of it: ids only, whoever they are. */
function joined(
  cx: CommandCx,
  after: { mergeId: string; intoId: string; fromId: string } & Record<string, Plain>,
) {
  cx.touch(after.intoId);
  cx.touch(after.fromId);
  cx.audit({ about: { kind: 'member', id: after.intoId }, after });
}

import { appendPhoto } from '../../../db/complaints/commands';
import { photoHash, photoHashes } from '../../../db/complaints/photos';
import { complaintById } from '../../../db/complaints/queries';
import { decidePhoto } from '../../../db/domain/complaints/photo';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { codeOf } from '../../../db/store-fault';
import type { RoomHandlers } from '../context';
import { doerOf } from '../doer';

export const complaintPhotoHandlers: Pick<RoomHandlers<'complaints'>, 'addPhoto' | 'photo'> = {
  /** The file is on the disk before its row is: a row never names what was not written. */
  addPhoto: async (cx, { complaintId, jpeg }) => {
    if ((await complaintById(cx.tx, complaintId)) === undefined) return refuse('complaint_gone');
    const there = await photoHashes(cx.tx, complaintId);
    const picture = decidePhoto(jpeg, there.size);
    if (picture instanceof Refusal) return picture;
    const sha256 = await cx.photos.keep(picture.jpeg).catch(unwritable);
    if (sha256 instanceof Refusal) return sha256;
    const same = there.get(sha256);
    if (same !== undefined) return { photoId: same };
    const { width, height } = picture;
    const photo = { sha256, bytes: picture.jpeg.length, width, height };
    return { photoId: await appendPhoto(cx.tx, complaintId, photo, doerOf(cx)) };
  },

  photo: async (cx, { photoId }) => {
    const sha256 = await photoHash(cx.db, photoId);
    const jpeg = sha256 === undefined ? null : await cx.photos.read(sha256);
    return jpeg && { jpeg };
  },
};

/** What the system says of a folder or a disk; anything else is a bug of ours. */
function unwritable(error: unknown) {
  if (codeOf(error) === '') throw error;
  return refuse('folder_unwritable');
}

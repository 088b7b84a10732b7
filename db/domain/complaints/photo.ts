import { type NoParams, type Refusal, refuse } from '../refusal';
import { type Picture, pictureOf } from './jpeg';

/** A photo shows what was wrong; the page makes it small before it sends it. */
export const MOST_PHOTOS = 8;
export const MOST_PHOTO_BYTES = 1_048_576;
const LONGEST_PHOTO_SIDE = 4096;

export type PhotoRefusal =
  | Refusal<'not_a_photo', NoParams>
  | Refusal<'photo_too_large', { maxBytes: number; maxSide: number }>
  | Refusal<'too_many_photos', { most: number }>;

/** The picture that may be kept of what the page sent, beside `there` others of the same complaint. */
export function decidePhoto(sent: Uint8Array, there: number): Picture | PhotoRefusal {
  if (there >= MOST_PHOTOS) return refuse('too_many_photos', { most: MOST_PHOTOS });
  const tooLarge = { maxBytes: MOST_PHOTO_BYTES, maxSide: LONGEST_PHOTO_SIDE };
  if (sent.length > MOST_PHOTO_BYTES) return refuse('photo_too_large', tooLarge);
  const picture = pictureOf(sent);
  if (picture === null) return refuse('not_a_photo');
  const { width, height } = picture;
  return Math.max(width, height) > LONGEST_PHOTO_SIDE ? refuse('photo_too_large', tooLarge) : picture;
}

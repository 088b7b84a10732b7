import { foldWidth } from '../members/fold';
import { maskPhone } from '../members/phone';
import { COMPOUND_SURNAMES } from '../members/readings';

const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;

/** A member as strangers may see them on paper and on the customer's screen. */
export interface Masked {
  /** `张**`, `欧阳**`, `J**`; empty when the name says nothing that may be shown. */
  readonly name: string;
  /** `138****8812`; empty when no phone is known. */
  readonly phone: string;
}

/** Issue 3, slip and display: surname and masked phone, never a full name or number. */
export const masked = ({
  name,
  phone,
}: {
  readonly name: string;
  readonly phone: string | null;
}): Masked => ({
  name: maskName(name),
  phone: maskPhone(phone),
});

/**
 * The surname with two stars, however long the given name is; of a Latin name its initial. Digits
 * and signs before the name are left out, as a phone may have been typed there.
 */
function maskName(name: string): string {
  const characters = Array.from(foldWidth(name).normalize('NFC'));
  const start = characters.findIndex((character) => LETTER.test(character));
  const first = characters[start];
  if (first === undefined) return '';
  if (!HAN.test(first)) return `${first.toUpperCase()}**`;
  // Two characters alone are surname and given name: 东方 is Fang of the family Dong.
  const two = characters.slice(start, start + 2).join('');
  const given = characters[start + 2];
  const compound = COMPOUND_SURNAMES.has(two) && given !== undefined && LETTER.test(given);
  return `${compound ? two : first}**`;
}

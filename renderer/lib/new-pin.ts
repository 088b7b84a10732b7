import { type PinOwner, refusedNewPin } from '@domain/staff/pin';

export interface TypedPin {
  readonly pin: string;
  readonly again: string;
}
export const NO_PIN_TYPED: TypedPin = { pin: '', again: '' };

/** Of whoever is at the keys the window knows nothing; main looks at birthday and phone. */
const NOBODY: PinOwner = { phone: null, birthday: null };

/** What is wrong with a new PIN, and with which of its two fields; null when nothing is, as far as the window knows. */
export type NewPinProblem =
  | { readonly field: 'pin'; readonly why: 'pin_length' | 'trivial_pin' }
  | { readonly field: 'again'; readonly why: 'not_the_same' };

export function problemOfNewPin({ pin, again }: TypedPin, digits: number): NewPinProblem | null {
  const refused = refusedNewPin(pin, digits, NOBODY);
  if (refused !== undefined) return { field: 'pin', why: refused.code };
  return again === pin ? null : { field: 'again', why: 'not_the_same' };
}

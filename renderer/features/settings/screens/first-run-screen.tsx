/** Shown while there is no store; the screen follows. */
export function FirstRunScreen(_: { readonly guessedZone: string }) {
  return null;
}

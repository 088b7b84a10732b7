/** The screen people live in. */
export function CounterScreen() {
  return null;
}

/** Its place in the router; the screen follows. */
export function ExchangeScreen() {
  return null;
}

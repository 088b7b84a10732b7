/** Its place in the router; the screen follows. */
export function ComplaintsScreen() {
  return null;
}

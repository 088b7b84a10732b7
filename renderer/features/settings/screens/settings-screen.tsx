/** Its place in the router; the screen follows. */
export function SettingsScreen() {
  return null;
}

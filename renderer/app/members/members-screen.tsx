/** The list of all members. */
export function MembersScreen() {
  return null;
}

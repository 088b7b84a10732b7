/** Gives the focus to the first that takes it: what is behind something else, or not there, does not. */
export function focusFirst(...wanted: readonly (HTMLElement | null | undefined)[]): void {
  for (const element of wanted) {
    element?.focus();
    if (element && document.activeElement === element) return;
  }
}

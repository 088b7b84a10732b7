/** To the system's clipboard, which another program may hold. */
export const copy = (text: string): Promise<'copied' | 'not_copied'> =>
  navigator.clipboard.writeText(text).then(
    () => 'copied',
    () => 'not_copied',
  );

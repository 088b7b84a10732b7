/** How it may stand with the till's folder so that nothing goes on until somebody does something. */
export const NEEDS_SOMEBODY = ['folder_gone', 'folder_unreadable', 'failed', 'clock_back'] as const;

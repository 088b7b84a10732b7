import { create } from 'zustand';

/** Whether somebody looks at who else could sign in. */
export const useWhoDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openWho = (): void => useWhoDialog.setState({ open: true });
export const closeWho = (): void => useWhoDialog.setState({ open: false });

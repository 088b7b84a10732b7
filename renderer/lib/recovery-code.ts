import { create } from 'zustand';

/** A recovery code that was just made; it is shown until somebody has shown that they keep it, and is nowhere else. */
export const useFreshCode = create<{ readonly code: string | null }>(() => ({ code: null }));

export const showRecoveryCode = (code: string): void => useFreshCode.setState({ code });
export const forgetRecoveryCode = (): void => useFreshCode.setState({ code: null });

import type { ApprovalNeed } from '@contract/calling';
import { create } from 'zustand';

interface Asked {
  readonly need: ApprovalNeed;
  readonly answer: (approval: string | null) => void;
}

/** What waits for somebody's PIN, in the order in which it was asked for; one is shown at a time. */
export const useApprovals = create<{ readonly asked: readonly Asked[]; readonly attended: boolean }>(() => ({
  asked: [],
  attended: false,
}));

/** For `callThrough`: the approval that somebody gives, or null. Where nobody could be asked it is no at once. */
export function askApproval(need: ApprovalNeed): Promise<string | null> {
  if (!useApprovals.getState().attended) return Promise.resolve(null);
  return new Promise((resolve) => {
    useApprovals.setState(({ asked }) => ({ asked: [...asked, { need, answer: resolve }] }));
  });
}

/** Answers the one that is shown. */
export function answerApproval(approval: string | null): void {
  const [first, ...others] = useApprovals.getState().asked;
  useApprovals.setState({ asked: others });
  first?.answer(approval);
}

/** From here on there is somebody to ask; the answer ends it, and says no to all that still wait. */
export function attendApprovals(): () => void {
  useApprovals.setState({ attended: true });
  return () => {
    const { asked } = useApprovals.getState();
    useApprovals.setState({ asked: [], attended: false });
    for (const { answer } of asked) answer(null);
  };
}

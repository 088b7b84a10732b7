import { useDismiss, useStanding, useTurn } from './api';

interface FormHere {
  /** Null in the first moment of the window. */
  readonly isDock: boolean | null;
  /** To the other form. */
  readonly turn: () => void;
  /** Out of the way; the program behind has the keys again. */
  readonly dismiss: () => void;
}

/** Which form the window has, and how it becomes the other one. Main logs what goes wrong. */
export function useForm(): FormHere {
  const { data } = useStanding();
  const { run: runTurn } = useTurn();
  const { run: runDismiss } = useDismiss();
  const isDock = data === undefined ? null : data.form === 'dock';
  return {
    isDock,
    turn: () => void runTurn({ form: 'other' }),
    dismiss: () => void runDismiss({}),
  };
}

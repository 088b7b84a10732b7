import { useState } from 'react';
import type { Logged } from '../api';
import type { LogDraft } from '../log-draft';
import type { Complainant } from './caller-pick';
import { LogForm } from './log-form';
import { LoggedNote } from './logged-note';

export interface LogComplaintPanelProps {
  /** Null for a walk-in. */
  readonly member: Complainant | null;
  /** Away from the counter: whoever is calling may be a member. */
  readonly mayPick?: boolean;
  /** What the customer has said already, in a survey. */
  readonly said?: string;
  /** It is logged; the panel stays for what is owed now. */
  readonly onLogged?: (complaintId: string) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Logs a complaint in under a minute by keyboard (F5), then says what is due until when and offers to make up for it. */
export function LogComplaintPanel(props: LogComplaintPanelProps) {
  const { member, mayPick = false, said = '', onLogged, onDone, onCancel } = props;
  const [logged, setLogged] = useState<{
    readonly answer: Logged;
    readonly draft: LogDraft;
    readonly member: Complainant | null;
  } | null>(null);
  return logged === null ? (
    <LogForm
      member={member}
      mayPick={mayPick}
      said={said}
      onLogged={(answer, draft, of) => {
        setLogged({ answer, draft, member: of });
        onLogged?.(answer.complaintId);
      }}
      onCancel={onCancel}
    />
  ) : (
    <LoggedNote
      logged={logged.answer}
      draft={logged.draft}
      ofMember={logged.member !== null}
      onDone={onDone}
    />
  );
}

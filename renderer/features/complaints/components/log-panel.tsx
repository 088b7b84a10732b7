import { useState } from 'react';
import type { Answered } from '../../../lib/rooms';
import { LogForm } from './log-form';
import { LoggedNote } from './logged-note';

export interface LogComplaintPanelProps {
  /** Null for a walk-in. */
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Logs a complaint in under a minute by keyboard (F5), then says what is due until when. */
export function LogComplaintPanel({ memberId, memberName, onDone, onCancel }: LogComplaintPanelProps) {
  const [logged, setLogged] = useState<Answered<'complaints', 'log'> | null>(null);
  return logged === null ? (
    <LogForm memberId={memberId} memberName={memberName} onLogged={setLogged} onCancel={onCancel} />
  ) : (
    <LoggedNote logged={logged} ofMember={memberId !== null} onDone={onDone} />
  );
}

export interface LogComplaintPanelProps {
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The counter's F5 panel; the form follows. */
export function LogComplaintPanel(_: LogComplaintPanelProps) {
  return null;
}

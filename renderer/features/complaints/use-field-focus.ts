import { type RefObject, useEffect, useRef, useState } from 'react';

export type LogField = 'caller' | 'group' | 'reason' | 'what';

interface FieldFocus {
  readonly caller: RefObject<HTMLInputElement | null>;
  readonly group: RefObject<HTMLInputElement | null>;
  readonly reason: RefObject<HTMLInputElement | null>;
  readonly what: RefObject<HTMLTextAreaElement | null>;
  readonly focus: (field: LogField) => void;
}

/** Moves the focus through the form, also to a field that is drawn only by the same keystroke. */
export function useFieldFocus(first: LogField): FieldFocus {
  const caller = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const what = useRef<HTMLTextAreaElement>(null);
  const [aim, setAim] = useState<{ readonly field: LogField }>({ field: first });
  useEffect(() => {
    const fields = { caller, group, reason, what };
    fields[aim.field].current?.focus();
  }, [aim]);
  return { caller, group, reason, what, focus: (field) => setAim({ field }) };
}

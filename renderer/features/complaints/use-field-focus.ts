import { type RefObject, useEffect, useRef, useState } from 'react';

export type LogField = 'object' | 'group' | 'reason' | 'what';

interface FieldFocus {
  readonly object: RefObject<HTMLInputElement | null>;
  readonly group: RefObject<HTMLInputElement | null>;
  readonly reason: RefObject<HTMLInputElement | null>;
  readonly what: RefObject<HTMLTextAreaElement | null>;
  readonly focus: (field: LogField) => void;
}

/** Moves the focus through the form, also to a field that is drawn only by the same keystroke. */
export function useFieldFocus(): FieldFocus {
  const object = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const what = useRef<HTMLTextAreaElement>(null);
  const [aim, setAim] = useState<{ readonly field: LogField }>({ field: 'object' });
  useEffect(() => {
    const fields = { object, group, reason, what };
    fields[aim.field].current?.focus();
  }, [aim]);
  return { object, group, reason, what, focus: (field) => setAim({ field }) };
}

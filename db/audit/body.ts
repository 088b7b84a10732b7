import { type Plain, SUBJECT_KINDS, type Subject, type SubjectKind } from '../domain/audit/entry';

export interface SealedNote {
  readonly why?: string;
  readonly before?: Plain;
  readonly after?: Plain;
}
export interface SealedBody {
  readonly about: readonly Subject[];
  readonly notes: readonly SealedNote[];
}

/**
 * What an entry says. Somebody may have written over it, so nothing is taken for granted: what is not of
 * the form in which entries are sealed is left out; that it was changed is the verification's to say.
 */
export function readBody(body: string): SealedBody {
  const { about, notes } = recordOf(parsed(body));
  return { about: listOf(about).flatMap(subjectOf), notes: listOf(notes).map(noteOf) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isKind = (value: unknown): value is SubjectKind => SUBJECT_KINDS.some((kind) => kind === value);

function subjectOf(value: unknown): Subject[] {
  const { kind, id } = recordOf(value);
  return isKind(kind) && typeof id === 'string' ? [{ kind, id }] : [];
}

function noteOf(value: unknown): SealedNote {
  const { why, before, after } = recordOf(value);
  return {
    ...(typeof why === 'string' ? { why } : {}),
    // Out of JSON nothing comes that is not plain.
    ...(before === undefined ? {} : { before: before as Plain }),
    ...(after === undefined ? {} : { after: after as Plain }),
  };
}

import { EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import { create } from 'zustand';
import { BLANK, type Draft, draftOf } from './draft';

/** The saved segment that is being changed, as it was when it was opened. */
export interface Opened {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
}

interface Kept {
  /** Null = the list of the saved ones is in front. */
  readonly building: {
    readonly draft: Draft;
    readonly opened: Opened | null;
    /** What it would be called: the name of the template, or of the list it came from. */
    readonly name: string;
  } | null;
  /** The one that was left by Esc: it can be gone on with. */
  readonly left: Kept['building'];
}
interface Segments extends Kept {
  /** The store that this belongs to: nothing of it is shown in another one. */
  readonly storeId: string | null;
}

const NOTHING: Kept = { building: null, left: null };

/** Half a segment survives a look elsewhere. */
const useKept = create<Segments>(() => ({ storeId: null, ...NOTHING }));

export function useSegmentsState(storeId: string): Kept {
  const kept = useKept();
  return kept.storeId === storeId ? kept : NOTHING;
}

/** Opens the builder: at a saved segment, at a rule from elsewhere, or at nothing. */
export const build = (
  storeId: string,
  {
    rule = EVERYBODY,
    opened = null,
    name = '',
  }: Partial<{ rule: SegmentRule; opened: Opened | null; name: string }>,
): void =>
  useKept.setState({
    storeId,
    building: { draft: rule.all.length === 0 ? BLANK : draftOf(rule), opened, name },
    left: null,
  });

export const keepDraft = (storeId: string, draft: Draft): void =>
  useKept.setState((last) =>
    last.storeId !== storeId || last.building === null ? last : { building: { ...last.building, draft } },
  );

/** It is kept now: what follows changes this one. */
export const keepOpened = (storeId: string, opened: Opened): void =>
  useKept.setState((last) =>
    last.storeId !== storeId || last.building === null
      ? last
      : { building: { ...last.building, opened, name: opened.name } },
  );

/** Back to the list; what was begun and not kept can be gone on with. */
export const leave = (isUnsaved: boolean): void =>
  useKept.setState((last) => ({ building: null, left: isUnsaved ? last.building : null }));

export const goOn = (): void => useKept.setState((last) => ({ building: last.left, left: null }));

export const forgetSegments = (): void => useKept.setState({ storeId: null, ...NOTHING });

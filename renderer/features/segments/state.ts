import { EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import { keptOfStore } from '../../lib/kept-of-store';
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

const { useKept, keep } = keptOfStore<Kept>({ building: null, left: null });
export const useSegmentsState = useKept;

/** Opens the builder: at a saved segment, at a rule from elsewhere, or at nothing. */
export const build = (
  storeId: string,
  {
    rule = EVERYBODY,
    opened = null,
    name = '',
  }: Partial<{ rule: SegmentRule; opened: Opened | null; name: string }>,
): void =>
  keep(storeId, {
    building: { draft: rule.all.length === 0 ? BLANK : draftOf(rule), opened, name },
    left: null,
  });

export const keepDraft = (storeId: string, draft: Draft): void =>
  keep(storeId, ({ building }) => ({ building: building && { ...building, draft } }));

/** It is kept now: what follows changes this one. */
export const keepOpened = (storeId: string, opened: Opened): void =>
  keep(storeId, ({ building }) => ({ building: building && { ...building, opened, name: opened.name } }));

/** Back to the list; what was begun and not kept can be gone on with. */
export const leave = (storeId: string, isUnsaved: boolean): void =>
  keep(storeId, ({ building }) => ({ building: null, left: isUnsaved ? building : null }));

export const goOn = (storeId: string): void => keep(storeId, ({ left }) => ({ building: left, left: null }));

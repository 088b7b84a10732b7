import type { PosPreview, PosReading, PosSource, SourceAsked } from './api';

/** The till as the owner describes it, before it is watched. */
export type SourceDraft = Omit<SourceAsked, 'folderId' | 'reading'> & {
  /** The file that is shown; null = the newest. */
  readonly file: string | null;
  /** Null: as it is guessed from the file. */
  readonly reading: PosReading | null;
};

/** A folder that was chosen, what was understood of its files, and what the owner made of it. */
export interface SetUp {
  readonly preview: PosPreview;
  readonly draft: SourceDraft;
}

/** A file that stands still for three seconds is whole: no till pauses longer within one. */
const STILL_SECONDS = 3;

/** What is asked of a new till: CSV files, read where they lie still, receipts from today on. */
export const newDraft = (name: string, today: SourceAsked['from']): SourceDraft => ({
  ...{ name, pattern: '*.csv', from: today, stillSeconds: STILL_SECONDS, marker: 'none', grows: false },
  ...{ file: null, reading: null },
});

/** The till as it is watched now, to be changed. */
export const draftOf = ({
  name,
  pattern,
  reading,
  from,
  stillSeconds,
  marker,
  grows,
}: PosSource): SourceDraft => ({
  ...{ name, pattern, reading, from, stillSeconds, marker, grows },
  file: null,
});

/** How the files are to be read: as corrected, or as it was guessed from the one that is shown. */
export const readingOf = ({ preview, draft }: SetUp): PosReading | null =>
  draft.reading ?? preview.shown?.reading ?? null;

/** What is asked to be watched; null while no file has shown how it is to be read. */
export function askedOf(setUp: SetUp): SourceAsked | null {
  const reading = readingOf(setUp);
  const { file, ...settings } = setUp.draft;
  return reading === null ? null : { ...settings, reading, folderId: setUp.preview.folderId };
}

/** Gives a column a field; a field stands in one column only, so it leaves the one that had it. */
export function withField<Field>(
  columns: readonly (Field | null)[],
  at: number,
  field: Field | null,
): (Field | null)[] {
  const width = Math.max(columns.length, at + 1);
  return Array.from({ length: width }, (_, index) => {
    if (index === at) return field;
    const here = columns[index] ?? null;
    return field !== null && here === field ? null : here;
  });
}

/** The widest row there is, heads included: what the preview of a file shows as columns. */
export const widthOf = (headers: readonly string[], rows: readonly (readonly string[])[]): number =>
  rows.reduce((most, row) => Math.max(most, row.length), headers.length);

/** Places of the first and the last row that are in sight. */
export interface InSight {
  readonly from: number;
  readonly to: number;
}

/** The one or two pages of so many rows in which those in sight lie, and which of their rows is at a place. */
export function pagesInSight({ from, to }: InSight, limit: number) {
  const pageOf = (index: number) => ({ offset: Math.floor(index / limit) * limit, limit });
  const [first, last] = [pageOf(from), pageOf(Math.max(from, to))];
  /** Undefined while its page is on its way. */
  function rowAt<Row>(
    index: number,
    ofFirst: readonly Row[] | undefined,
    ofLast: readonly Row[] | undefined,
  ): Row | undefined {
    const { offset } = pageOf(index);
    const rows = offset === first.offset ? ofFirst : offset === last.offset ? ofLast : undefined;
    return rows?.[index - offset];
  }
  return { first, last, rowAt };
}

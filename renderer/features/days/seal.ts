/** A hash in groups of four, as people compare them aloud. */
export const groupsOf = (hash: string): string[] => hash.match(/.{1,4}/g) ?? [];

interface Sealed {
  readonly date: string;
  readonly round: number;
  readonly auditSeq: number;
  readonly auditHash: string;
}

/** What the code on the paper says: only what a QR code writes shortest (its alphanumeric set). */
export const sealText = ({ date, round, auditSeq, auditHash }: Sealed): string =>
  `SHUKE DAY ${date}/${round} ${auditSeq} ${auditHash.toUpperCase()}`;

/**
 * What a run says of every member, as columns in the order of `Histories.n`. Words are told by their place in
 * the lists of `words.ts`; `NONE` where there is no answer. Day columns are days since 1970-01-01.
 */
export interface Judged {
  /** Place in `CLASSES`. */
  readonly class: Uint8Array;
  /** The same a week earlier; `NONE_8` for who was no member then. */
  readonly classBefore: Uint8Array;
  readonly excluded: Uint8Array;
  /** Bands 1-5; `NONE_8` without a purchase in the window. */
  readonly recencyScore: Uint8Array;
  readonly frequencyScore: Uint8Array;
  readonly moneyScore: Uint8Array;
  /** Place in `RFM_GROUPS`. */
  readonly rfmGroup: Uint8Array;
  /** Place in `VALUES`. */
  readonly value: Uint8Array;
  /** Place in `STAGES`. */
  readonly stage: Uint8Array;
  /** Bits of `TRAITS`. */
  readonly traits: Uint8Array;
  readonly cluster: Uint8Array;
  /** Bills and fen of the last 12 months. */
  readonly yearBills: Int32Array;
  readonly yearFen: Float64Array;
  /** Days between visits, median; `NONE` below four visits. */
  readonly usualGap: Int32Array;
  /** Of 1,000; `NONE` where there is no model. */
  readonly alive: Int32Array;
  /** Purchases of the coming 12 months in thousandths. */
  readonly expectedMilli: Int32Array;
  /** Their discounted money in fen; `NONE` where there is no model. */
  readonly expectedFen: Float64Array;
  readonly warned: Uint8Array;
}

export const NONE_8 = 255;
export const NONE = -1;

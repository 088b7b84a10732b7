/**
 * How much each part of a member's record counts towards its completeness (S31), in points of 100: by what the
 * shop can do with it. Name and phone find and reach them, a birthday is congratulated on, consent allows to write.
 */
export const PARTS = {
  name: 20,
  /** One that is not known to be wrong. */
  phone: 25,
  /** Month and day. */
  birthday: 15,
  birth_year: 5,
  gender: 5,
  /** The consent to their data is on record, and not taken back. */
  data_consent: 10,
  /** They were asked about marketing; no is an answer. */
  marketing_asked: 5,
  /** At least one preference or a note. */
  preferences: 5,
  occupation: 3,
  need: 3,
  interest: 4,
} as const;
export type RecordPart = keyof typeof PARTS;

/** The parts in the order of their weight, the heaviest first: in this order they are asked for. */
export const RECORD_PARTS = (Object.keys(PARTS) as RecordPart[]) // exactly the keys of the constant above
  .sort((one, other) => PARTS[other] - PARTS[one]);

/** 0 = nothing is known, 100 = everything that the shop could use. */
export const completenessOf = (known: Readonly<Record<RecordPart, boolean>>): number =>
  RECORD_PARTS.reduce((sum, part) => sum + (known[part] ? PARTS[part] : 0), 0);

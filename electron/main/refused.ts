import type { Refusal } from '../../db/domain/refusal';

/** Carries a refusal out of a transaction, so that everything that was written in it is rolled back. */
export class Refused<R extends Refusal = Refusal> extends Error {
  constructor(readonly refusal: R) {
    super(refusal.code);
  }
}

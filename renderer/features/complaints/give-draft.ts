import { COMPENSATION_KINDS, type CompensationKind } from '@domain/complaints/compensation';
import { type Fen, type Points, points } from '@domain/units';
import { readAmount } from '../../lib/amount';
import type { AskedWith } from '../../lib/rooms';

/** What is being given, as far as it is typed; every kind keeps its own fields. */
export interface GiveDraft {
  readonly kind: CompensationKind;
  readonly templateId: string;
  readonly gift: string;
  readonly giftWorth: string;
  readonly points: string;
  readonly refund: string;
}

export type Give = AskedWith<'complaints', 'compensate'>['give'];
export type GiveField = 'template' | 'gift' | 'giftWorth' | 'points' | 'refund';

/** Coupons and points go to a member; somebody without a record can have a gift or money. */
export const kindsFor = (isMember: boolean): readonly CompensationKind[] =>
  isMember ? COMPENSATION_KINDS : COMPENSATION_KINDS.filter((kind) => kind === 'gift' || kind === 'refund');

const amountIn = (text: string): Fen | null => {
  const read = readAmount(text);
  return read.ok && read.fen > 0 ? read.fen : null;
};
const pointsIn = (text: string): Points | null => {
  const digits = text.replace(/[,，\s]/g, '');
  return /^[1-9]\d{0,8}$/.test(digits) ? points(Number(digits)) : null;
};

/** Reads what was typed, or names the field that is not right yet. */
export function readGive(draft: GiveDraft): Give | GiveField {
  switch (draft.kind) {
    case 'coupon':
      return draft.templateId === '' ? 'template' : { kind: 'coupon', templateId: draft.templateId };
    case 'gift': {
      if (draft.gift.trim() === '') return 'gift';
      const worth = amountIn(draft.giftWorth);
      return worth === null ? 'giftWorth' : { kind: 'gift', what: draft.gift, worth };
    }
    case 'points': {
      const count = pointsIn(draft.points);
      return count === null ? 'points' : { kind: 'points', points: count };
    }
    case 'refund': {
      const worth = amountIn(draft.refund);
      return worth === null ? 'refund' : { kind: 'refund', worth };
    }
  }
}

/** What points count for against the day's allowance: a begun fen as a whole one, as main decides it. */
export const worthOfPoints = (
  typed: string,
  rate: { readonly points: number; readonly worth: number },
): number | null => {
  const count = pointsIn(typed);
  return count === null ? null : Math.ceil((count * rate.worth) / rate.points);
};

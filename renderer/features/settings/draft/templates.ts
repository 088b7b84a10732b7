import type { CouponTemplate, CouponTerms, Validity } from '@domain/coupons/coupon';
import { fen } from '@domain/units';
import { oneDay, spans, whole, words, yuan } from './kinds';
import type { Reading } from './reading';

/** A coupon template as it is typed. What another kind of terms would need is kept while one changes one's mind. */
export interface TemplateDraft {
  readonly id: string;
  readonly name: string;
  readonly trigger: CouponTemplate['trigger'];
  readonly active: boolean;
  readonly worth: CouponTerms['kind'];
  readonly off: string;
  readonly percentOff: string;
  /** Empty = no cap. */
  readonly cap: string;
  readonly item: string;
  readonly cost: string;
  readonly threshold: string;
  readonly stacks: boolean;
  readonly validity: Validity['kind'];
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly blackout: string;
}

const UNTOLD = { off: '', percentOff: '', cap: '', item: '', cost: '0', days: '30' } as const;

export const blankTemplate = (today: string): TemplateDraft => ({
  ...UNTOLD,
  id: crypto.randomUUID(),
  name: '',
  trigger: 'campaign',
  active: true,
  worth: 'amount',
  threshold: '0',
  stacks: false,
  validity: 'days',
  from: today,
  to: today,
  blackout: '',
});

export function draftOfTemplate(template: CouponTemplate, today: string): TemplateDraft {
  const { id, name, trigger, active, terms, stacks, validity, blackout } = template;
  return {
    ...UNTOLD,
    ...(terms.kind === 'amount' ? { off: yuan.show(terms.off) } : {}),
    ...(terms.kind === 'percent'
      ? { percentOff: String(terms.percentOff), cap: terms.cap === null ? '' : yuan.show(terms.cap) }
      : {}),
    ...(terms.kind === 'gift' ? { item: terms.item, cost: yuan.show(terms.cost) } : {}),
    ...{ id, name, trigger, active, worth: terms.kind, threshold: yuan.show(terms.threshold), stacks },
    ...{ validity: validity.kind, from: today, to: today, blackout: spans.show(blackout) },
    ...(validity.kind === 'days'
      ? { days: String(validity.days) }
      : { from: validity.from, to: validity.to }),
  };
}

/** Null while something of it cannot be read. What is switched off may be half-typed no more than the rest. */
export function readTemplate(draft: TemplateDraft, reading: Reading): CouponTemplate | null {
  const { id, trigger, active, stacks } = draft;
  return reading.whole({
    ...{ id, trigger, active, stacks },
    name: reading.field(at(id, 'name'), words, draft.name),
    terms: readTerms(draft, reading),
    validity: readValidity(draft, reading),
    blackout: reading.field(at(id, 'blackout'), spans, draft.blackout),
  });
}

const at = (id: string, part: string): string => `coupons.templates.${id}.${part}`;
const PERCENT = whole(1, 99);
const DAYS = whole(1, 3660);

function readTerms(draft: TemplateDraft, reading: Reading): CouponTerms | undefined {
  const { id, worth: kind } = draft;
  const money = (part: 'off' | 'cap' | 'cost' | 'threshold') => {
    const value = reading.field(at(id, part), yuan, draft[part].trim() === '' ? '0' : draft[part]);
    return value === undefined ? undefined : fen(value);
  };
  const threshold = money('threshold');
  if (kind === 'amount') return reading.whole({ kind, off: money('off'), threshold }) ?? undefined;
  if (kind === 'gift') {
    const item = reading.field(at(id, 'item'), words, draft.item);
    return reading.whole({ kind, item, cost: money('cost'), threshold }) ?? undefined;
  }
  const percentOff = reading.field(at(id, 'percentOff'), PERCENT, draft.percentOff);
  const cap = draft.cap.trim() === '' ? null : money('cap');
  return reading.whole({ kind, percentOff, cap, threshold }) ?? undefined;
}

function readValidity(draft: TemplateDraft, reading: Reading): Validity | undefined {
  const { id, validity: kind } = draft;
  if (kind === 'days') {
    return reading.whole({ kind, days: reading.field(at(id, 'days'), DAYS, draft.days) }) ?? undefined;
  }
  const from = reading.field(at(id, 'from'), oneDay, draft.from);
  return reading.whole({ kind, from, to: reading.field(at(id, 'to'), oneDay, draft.to) }) ?? undefined;
}

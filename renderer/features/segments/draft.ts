import { type FlawKind, flawOf, MAX_CONDITIONS, MAX_GROUPS } from '@domain/segments/flaw';
import type { Condition, SegmentRule } from '@domain/segments/segment';
import { type Fact, isChoice, isNumber, isText } from './facts';
import { readNumber, typedNumber } from './numbers';

/** A condition as it is typed: numbers are text until they are one. */
export type Typed =
  | (Condition & { readonly kind: 'choice' | 'yes' | 'text' })
  | {
      readonly kind: 'number';
      readonly fact: (Condition & { readonly kind: 'number' })['fact'];
      readonly from: string;
      readonly to: string;
      readonly not: boolean;
    }
  | {
      readonly kind: 'bought';
      readonly product: string;
      readonly times: string;
      readonly withinDays: string;
      readonly not: boolean;
    };

/** One place of a draft; its number stays with it, whatever comes before it. */
export interface Place {
  readonly id: number;
  readonly typed: Typed;
}
export interface Line {
  readonly id: number;
  /** One of them is enough; never empty. */
  readonly any: readonly Place[];
}

/** A rule as it is put together: every line must hold. */
export interface Draft {
  readonly lines: readonly Line[];
  readonly nextId: number;
}

export const BLANK: Draft = { lines: [], nextId: 1 };

/** How a condition begins: as much as can be said without asking. */
function begun(fact: Fact, month: number): Typed {
  if (fact === 'bought') return { kind: 'bought', product: '', times: '1', withinDays: '30', not: false };
  if (isChoice(fact)) return { kind: 'choice', fact, in: [], not: false };
  if (isText(fact)) return { kind: 'text', fact, is: '', not: false };
  if (!isNumber(fact)) return { kind: 'yes', fact, not: false };
  const first = fact === 'birthday_month' || fact === 'joined_month' ? String(month) : '';
  return { kind: 'number', fact, from: first, to: first, not: false };
}

/**
 * One more condition: a line of its own, or another way of an existing line. `month` is that of today.
 * Answers the place it has, for the focus.
 */
export function add(
  { lines, nextId }: Draft,
  fact: Fact,
  lineId: number | null,
  month: number,
): { readonly draft: Draft; readonly placeId: number } {
  const place: Place = { id: nextId, typed: begun(fact, month) };
  const joined = lines.map((line) => (line.id === lineId ? { ...line, any: [...line.any, place] } : line));
  const isNew = !lines.some(({ id }) => id === lineId);
  return {
    draft: {
      lines: isNew ? [...lines, { id: nextId + 1, any: [place] }] : joined,
      nextId: nextId + 2,
    },
    placeId: nextId,
  };
}

/** Whether main would take one more: another line, or another way of a line. */
export const hasRoom = ({ lines }: Draft, lineId: number | null): boolean =>
  lineId === null
    ? lines.length < MAX_GROUPS
    : (lines.find(({ id }) => id === lineId)?.any.length ?? 0) < MAX_CONDITIONS;

/** What stands at a place, changed. */
export const put = (draft: Draft, placeId: number, typed: Typed): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => ({
    ...line,
    any: line.any.map((place) => (place.id === placeId ? { ...place, typed } : place)),
  })),
});

/** Without that place, and without its line where it was the only one. */
export const drop = (draft: Draft, placeId: number): Draft => ({
  ...draft,
  lines: draft.lines
    .map((line) => ({ ...line, any: line.any.filter(({ id }) => id !== placeId) }))
    .filter(({ any }) => any.length > 0),
});

/** An existing rule, to be changed. */
export function draftOf(rule: SegmentRule): Draft {
  let nextId = 1;
  const lines = rule.all.map(({ any }) => ({
    id: nextId++,
    any: any.map((condition) => ({ id: nextId++, typed: typedOf(condition) })),
  }));
  return { lines, nextId };
}

function typedOf(condition: Condition): Typed {
  switch (condition.kind) {
    case 'number': {
      const { kind, fact, from, to, not } = condition;
      return { kind, fact, from: typedNumber(fact, from), to: typedNumber(fact, to), not };
    }
    case 'bought': {
      const { kind, product, times, withinDays, not } = condition;
      return { kind, product, times: String(times), withinDays: String(withinDays), not };
    }
    default:
      return condition;
  }
}

export interface ReadDraft {
  /** Of the conditions that are whole: what can be counted already. */
  readonly rule: SegmentRule;
  /** What is still missing or wrong, by place; empty when the rule can be kept. */
  readonly flaws: ReadonlyMap<number, FlawKind>;
}

/** The rule as far as it says something, and what does not say anything yet. */
export function readDraft({ lines }: Draft): ReadDraft {
  const flaws = new Map<number, FlawKind>();
  const all = lines.map(({ any }) => ({
    any: any.flatMap(({ id, typed }) => {
      const condition = conditionOf(typed);
      const flaw = condition === null ? 'number_malformed' : flawOf(condition);
      if (flaw !== undefined) flaws.set(id, flaw);
      return condition === null || flaw !== undefined ? [] : [condition];
    }),
  }));
  return { rule: { all: all.filter(({ any }) => any.length > 0) }, flaws };
}

/** Null where something typed is no number that the fact can be. */
function conditionOf(typed: Typed): Condition | null {
  switch (typed.kind) {
    case 'number': {
      const from = readNumber(typed.fact, typed.from);
      const to = readNumber(typed.fact, typed.to);
      return from === undefined || to === undefined ? null : { ...typed, from, to };
    }
    case 'bought': {
      const times = readNumber('visits', typed.times);
      const withinDays = readNumber('silent_days', typed.withinDays);
      return times == null || withinDays == null
        ? null
        : { ...typed, product: typed.product.trim(), times, withinDays };
    }
    case 'text':
      return { ...typed, is: typed.is.trim() };
    default:
      return typed;
  }
}

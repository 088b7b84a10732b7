import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { createContext, useContext } from 'react';
import type { Phrase } from './phrase';

/** The members that a figure counts: what the figure says, and the rule that finds them. */
export interface Behind {
  /** Names the list, and the figure to which Esc leads back: two figures of one page have two titles. */
  readonly title: Phrase;
  readonly rule: SegmentRule;
  /** Who comes first; whoever brings most, unless told. */
  readonly order?: MemberOrder;
}

export const BehindContext = createContext<(behind: Behind) => void>(() => {});

/** Opens the members that a figure counts, in place; the screen that shows figures says where. */
export const useOpenBehind = (): ((behind: Behind) => void) => useContext(BehindContext);

/** By which a figure is found again, whatever language is on by then. */
export const figureOf = (title: Phrase): string => JSON.stringify(title);

/** Gives the focus back to the figure of that title; false where it is not there any more. */
export function focusFigure(within: HTMLElement, title: Phrase): boolean {
  const figure = [...within.querySelectorAll<HTMLElement>('[data-figure]')].find(
    ({ dataset }) => dataset.figure === figureOf(title),
  );
  figure?.focus();
  return figure !== undefined;
}

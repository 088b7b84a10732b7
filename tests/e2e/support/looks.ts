import AxeBuilder from '@axe-core/playwright';
import type { Locale } from '@domain/locale';
import type { Page } from '@playwright/test';
import { type Findings, findingsHere } from './findings';
import { everyKey } from './words';

const KEYS = everyKey();

export interface Flaws {
  /** Texts of which a part cannot be seen, and where they stand. */
  readonly cut: string[];
  /** Set when the window would have to be scrolled sideways. */
  readonly wide: string[];
  /** Keys and holes that stand where words should be. */
  readonly untranslated: string[];
}

/** A window as one person has it. */
export interface View {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
}

/**
 * What is wrong with the words on the screen as it is, once it is in the view that is waited for; a text that ends in
 * an ellipsis must say the whole on hover.
 */
export async function flawsOf(page: Page, view?: View): Promise<Flaws> {
  const turned =
    view === undefined ? 'html' : `[lang="${view.locale}"][data-mantine-color-scheme="${view.theme}"]`;
  const { words, ...flaws } = await page.evaluate(async (wanted) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!document.documentElement.matches(wanted)) await nextFrame();
    // What a resize, a key or another language has set off is drawn.
    await nextFrame();
    await nextFrame();

    const visible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    const scrolls = (value: string) => value === 'auto' || value === 'scroll';
    const outsideX = (inner: DOMRect, outer: DOMRect) =>
      inner.right > outer.right + 1 || inner.left < outer.left - 1;
    const outsideY = (inner: DOMRect, outer: DOMRect) =>
      inner.bottom > outer.bottom + 2 || inner.top < outer.top - 2;

    interface Frames {
      readonly hiding: readonly Element[];
      readonly free: boolean;
    }
    /** Ancestors that hide what sticks out of them; beyond one that can be scrolled nothing is hidden for good. */
    const framesBy = (way: 'overflowX' | 'overflowY') => {
      // Texts share most of their ancestors, and asking for a style is what costs.
      const known = new Map<Element, Frames>();
      const framesOf = (start: Element | null): Frames => {
        if (start === null) return { hiding: [], free: false };
        const before = known.get(start);
        if (before !== undefined) return before;
        const overflow = getComputedStyle(start)[way];
        const beyond = scrolls(overflow) ? { hiding: [], free: true } : framesOf(start.parentElement);
        const frames = hides(overflow) ? { ...beyond, hiding: [start, ...beyond.hiding] } : beyond;
        known.set(start, frames);
        return frames;
      };
      return framesOf;
    };
    const framesInX = framesBy('overflowX');
    const framesInY = framesBy('overflowY');
    const saysTheRest = (frame: Element, start: Element) =>
      getComputedStyle(frame).textOverflow === 'ellipsis' && start.closest('[title]') !== null;
    const isCut = (start: Element, rect: DOMRect): boolean => {
      const x = framesInX(start);
      const y = framesInY(start);
      if (y.hiding.some((frame) => outsideY(rect, frame.getBoundingClientRect()))) return true;
      const over = x.hiding.filter((frame) => outsideX(rect, frame.getBoundingClientRect()));
      if (over.length > 0) return !over.some((frame) => saysTheRest(frame, start));
      return !x.free && outsideX(rect, new DOMRect(0, 0, window.innerWidth, window.innerHeight));
    };
    /** Words for screen readers alone stand in a box of one pixel. */
    const isSpokenOnly = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width <= 1 && box.height <= 1;
    };
    /** Where the chart measures its labels: a ruler far outside the window, no text of the page. */
    const isRuler = (element: Element) => element.id === 'recharts_measurement_span';

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { text: string; element: Element; rects: DOMRect[] }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element === null || !visible(element)) continue;
      if (isSpokenOnly(element) || isRuler(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push({ text, element, rects: [...range.getClientRects()].filter(({ width }) => width > 1) });
    }
    const attributes = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    /** Words inside a field are no text of the page: their width is measured in the field's own face. */
    const pen = document.createElement('canvas').getContext('2d');
    const overflows = (field: Element, words: string) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      if (pen === null || !visible(field)) return false;
      pen.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return pen.measureText(words).width > room + 1;
    };
    const inFields = [
      ...[...document.querySelectorAll('select')].map(
        (field) => [field, field.selectedOptions[0]?.text ?? ''] as const,
      ),
      ...[...document.querySelectorAll<HTMLInputElement>('input[placeholder]')]
        .filter(({ value }) => value === '')
        .map((field) => [field, field.placeholder] as const),
    ].filter(([field, words]) => overflows(field, words));
    // A part that is meant to be scrolled sideways can be reached by Tab; on a desk's screen nothing else may need it.
    const scrollers = () =>
      [...document.querySelectorAll('body *')].filter(
        (element) => !element.hasAttribute('tabindex') && scrolls(getComputedStyle(element).overflowX),
      );
    const frame = [document.documentElement, document.body, ...document.querySelectorAll('main')];
    return {
      cut: [
        ...texts
          .filter(({ element, rects }) => rects.some((rect) => isCut(element, rect)))
          .map(({ text, element }) => `${text.slice(0, 40)} (${element.tagName} ${element.className})`),
        ...inFields.map(([field, words]) => `${words} (in a ${field.tagName})`),
      ],
      wide: [...frame, ...(window.innerWidth < 1366 ? [] : scrollers())]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(
          (element) =>
            `${element.tagName} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`,
        ),
      words: [...new Set([...texts.map(({ text }) => text), ...attributes])],
    };
  }, turned);
  // Told here: the keys are more text than any screen.
  return { ...flaws, untranslated: words.filter(isUntranslated) };
}

const isUntranslated = (text: string) => KEYS.has(text.trim()) || text.includes('{{') || text.includes('}}');

/** Brings axe and what asks it into the page, once: they stay until it is loaded anew, and axe is as much text as all of Shuke. */
export async function bringAxe(page: Page): Promise<void> {
  // Legacy mode: the other one opens a second page, which this window refuses.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules('document-title').analyze();
  await page.evaluate(findingsHere);
}

/** Serious and critical findings of axe, each with where it is: by every rule, or by those that see colours. */
export const seriousFindings = (page: Page, rules: 'all' | 'of colour' = 'all'): Promise<string[]> =>
  page.evaluate((asked) => (window as unknown as { findings: Findings }).findings(asked), rules);

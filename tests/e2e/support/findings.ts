/** Answers serious and critical findings of axe, each with where it is. */
export type Findings = (rules: 'all' | 'of colour') => Promise<string[]>;

/** What of axe is used; the page has axe itself. */
interface Axe {
  readonly configure: (spec: { readonly noHtml: boolean }) => void;
  readonly run: (
    where: Document | { readonly include: readonly Element[] },
    options: object,
  ) => Promise<{ readonly violations: readonly Result[]; readonly passes: readonly Result[] }>;
}
interface Result {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly element: Element; readonly failureSummary?: string }[];
}

/**
 * Runs in the page, which has axe: leaves `findings` there. Whether a text can be read is decided by its colour, size
 * and weight and by the grounds that it stands on. Working that out is half of what axe does, and most texts are
 * alike in all of them: a text is judged until axe has passed one of its kind, on this screen or on another.
 */
export function findingsHere(): void {
  const { axe } = window as unknown as { axe: Axe };
  // Where a finding is, is told by the element; axe would write down the HTML of everything that it looks at.
  axe.configure({ noHtml: true });
  const OPTIONS = { resultTypes: ['violations'], elementRef: true, selectors: false };
  const LINKS = 'link-in-text-block';
  const CONTRAST = 'color-contrast';
  /** Kinds of text that axe has passed. */
  const readable = new Set<string>();

  const isClear = (colour: string) => /^rgba\(.*, 0\)$/.test(colour);
  const hasGround = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) =>
    !isClear(backgroundColor) || backgroundImage !== 'none';

  interface Ground {
    readonly kind: string;
    /** What is behind it need not be what it stands in: it, or something beside it, is laid over the rest. */
    readonly isLaidOver: boolean;
  }
  const NONE: Ground = { kind: '', isLaidOver: false };
  const groundsIn = ({ backgroundColor, backgroundImage, opacity, filter }: CSSStyleDeclaration) => [
    ...(isClear(backgroundColor) ? [] : [backgroundColor]),
    ...(backgroundImage === 'none' ? [] : [backgroundImage]),
    ...(opacity === '1' ? [] : [`opacity ${opacity}`]),
    ...(filter === 'none' ? [] : [filter]),
  ];
  const isLaid = ({ position }: CSSStyleDeclaration) => position !== 'static' && position !== 'relative';
  const hasLaid = (element: Element) =>
    [...element.children].some((child) => {
      const its = getComputedStyle(child);
      return isLaid(its) && hasGround(its);
    });
  const grounds = () => {
    const known = new Map<Element, Ground>();
    const groundOf = (element: Element | null): Ground => {
      if (element === null) return NONE;
      const before = known.get(element);
      if (before !== undefined) return before;
      const behind = groundOf(element.parentElement);
      const style = getComputedStyle(element);
      const own = groundsIn(style);
      const isOpaque = style.backgroundColor.startsWith('rgb(');
      const ground = {
        kind: own.length === 0 ? behind.kind : [behind.kind, ...own].join(' < '),
        isLaidOver: hasLaid(element) || (!isOpaque && (isLaid(style) || behind.isLaidOver)),
      };
      known.set(element, ground);
      return ground;
    };
    return groundOf;
  };
  /** Everything with a ground at the middle of the element, from above. */
  const under = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .map((each) => getComputedStyle(each))
      .filter(hasGround)
      .map(({ backgroundColor, backgroundImage }) => `${backgroundColor} ${backgroundImage}`);
  };

  /** Elements with words of their own, and fields. */
  const texts = () => {
    const found = new Set<Element>(document.querySelectorAll('input, select, textarea'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement !== null && node.nodeValue?.trim() !== '') found.add(node.parentElement);
    return [...found].filter((element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  };
  const kindsOf = (elements: readonly Element[]) => {
    const groundOf = grounds();
    const isOff = (element: Element | null) => element?.closest(':disabled, [aria-disabled="true"]') != null;
    return new Map(
      elements.map((element) => {
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const { kind, isLaidOver } = groundOf(element);
        // What is disabled need not be read, nor its label.
        const off = isOff(element) || isOff(element.closest('label')?.control ?? null);
        const own = [color, fontSize, fontWeight, textShadow, off ? 'off' : 'on', element.matches('input')];
        return [element, [...own, kind, ...(isLaidOver ? under(element) : [])].join('; ')] as const;
      }),
    );
  };

  const run = async (where: Parameters<Axe['run']>[0], options: object) => {
    const { violations, passes } = await axe.run(where, { ...OPTIONS, ...options });
    return {
      passes,
      found: violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(
            ({ element, failureSummary }) =>
              `${id}: ${said(element)} ${failureSummary?.split('\n').at(1) ?? ''}`,
          ),
        ),
    };
  };
  const said = (element: Element) =>
    `${element.tagName}#${element.id}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;

  const contrast = async (): Promise<string[]> => {
    const kinds = [...kindsOf(texts())].filter(([, kind]) => !readable.has(kind));
    if (kinds.length === 0) return [];
    const { found, passes } = await run(
      { include: kinds.map(([element]) => element) },
      { runOnly: { type: 'rule', values: [CONTRAST] }, resultTypes: ['violations', 'passes'] },
    );
    const passed = new Set(passes.flatMap(({ nodes }) => nodes.map(({ element }) => element)));
    for (const [element, kind] of kinds) if (passed.has(element)) readable.add(kind);
    return found;
  };
  const others = async (rules: Parameters<Findings>[0]): Promise<string[]> => {
    // Nothing is loaded for rules about sound: a page that makes none has none.
    if (rules === 'all')
      return (await run(document, { rules: { [CONTRAST]: { enabled: false } }, preload: false })).found;
    if (document.querySelector('a[href], [role="link"]') === null) return [];
    return (await run(document, { runOnly: { type: 'rule', values: [LINKS] } })).found;
  };
  const findings: Findings = async (rules) => [...(await others(rules)), ...(await contrast())];
  Object.assign(window, { findings });
}

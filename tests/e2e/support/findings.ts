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
 * alike in all of them: a text is judged until axe has passed one of its kind, on this screen or on another, or
 * could not tell of this very one.
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
  /** Kinds of links in which axe has found nothing. */
  const told = new Set<string>();
  /** Texts, each where it stood, of which axe could not tell: half covered, or of one sign. */
  const undecided = new Set<string>();

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

  /** What is disabled need not be read, nor its label. */
  const isOff = (element: Element | null) => element?.closest(':disabled, [aria-disabled="true"]') != null;
  /** Words for screen readers alone stand in a box of one pixel. */
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 || height > 1;
  };

  /** Elements with words of their own, and fields, that are there to be read. */
  const texts = () => {
    const found = new Set<Element>(document.querySelectorAll('input, select, textarea'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement !== null && node.nodeValue?.trim() !== '') found.add(node.parentElement);
    return [...found].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !isOff(element) &&
        !isOff(element.closest('label')?.control ?? null) &&
        isSeen(element),
    );
  };
  const kindsOf = (elements: readonly Element[]) => {
    const groundOf = grounds();
    return new Map(
      elements.map((element) => {
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const { kind, isLaidOver } = groundOf(element);
        const own = [color, fontSize, fontWeight, textShadow, element.matches('input')];
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

  const placeOf = (element: Element, kind: string) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [said(element), x, y, width, height, kind, ...under(element)].join('; ');
  };
  const contrast = async (): Promise<string[]> => {
    const asked = [...kindsOf(texts())]
      .filter(([, kind]) => !readable.has(kind))
      .map(([element, kind]) => ({ element, kind, place: placeOf(element, kind) }))
      .filter(({ place }) => !undecided.has(place));
    if (asked.length === 0) return [];
    const { found, passes } = await run(
      { include: asked.map(({ element }) => element) },
      { runOnly: { type: 'rule', values: [CONTRAST] }, resultTypes: ['violations', 'passes'] },
    );
    const passed = new Set(passes.flatMap(({ nodes }) => nodes.map(({ element }) => element)));
    for (const { element, kind } of asked) if (passed.has(element)) readable.add(kind);
    if (found.length === 0) for (const { place } of asked) undecided.add(place);
    return found;
  };
  /** A link must be told from the words around it: looked at again where it or what it stands in is of another kind. */
  const linksInText = async (): Promise<string[]> => {
    const links = [...document.querySelectorAll('a[href], [role="link"]')];
    const kinds = kindsOf(links.flatMap((link) => [link, link.parentElement ?? link]));
    const kindOf = (link: Element) => {
      const { textDecorationLine, borderBottom } = getComputedStyle(link);
      const around = link.parentElement ?? link;
      return [kinds.get(link), textDecorationLine, borderBottom, kinds.get(around), around.className].join(
        '; ',
      );
    };
    const asked = links.filter((link) => !told.has(kindOf(link)));
    if (asked.length === 0) return [];
    const { found } = await run({ include: asked }, { runOnly: { type: 'rule', values: [LINKS] } });
    if (found.length === 0) for (const link of asked) told.add(kindOf(link));
    return found;
  };
  const others = async (rules: Parameters<Findings>[0]): Promise<string[]> => {
    // Nothing is loaded for rules about sound: a page that makes none has none.
    if (rules === 'all')
      return (await run(document, { rules: { [CONTRAST]: { enabled: false } }, preload: false })).found;
    return await linksInText();
  };
  const findings: Findings = async (rules) => [...(await others(rules)), ...(await contrast())];
  Object.assign(window, { findings });
}

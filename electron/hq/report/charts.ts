/** Charts as inline SVG: they print, need no script, and take their colours from the page. */

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The value as people read it. */
  readonly told: string;
}

const WIDTH = 720;

/** Upright bars from zero; a month in which more went back than was sold hangs below the line. */
export function columns(title: string, bars: readonly Bar[]): string {
  const [top, height, bottom] = [24, 180, 28];
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const least = Math.min(0, ...bars.map(({ value }) => value));
  const y = (value: number) => top + ((most - value) / (most - least)) * height;
  const step = WIDTH / Math.max(1, bars.length);
  const parts = bars.map(({ name, value, told }, at) => {
    const x = at * step + step * 0.15;
    const middle = at * step + step / 2;
    const [from, to] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return `<rect class="bar" x="${round(x)}" y="${round(from)}" width="${round(step * 0.7)}" height="${round(to - from)}" rx="2"><title>${escaped(`${name}: ${told}`)}</title></rect>
<text class="value" x="${round(middle)}" y="${round(from - 6)}" text-anchor="middle">${escaped(told)}</text>
<text x="${round(middle)}" y="${top + height + 18}" text-anchor="middle">${escaped(name)}</text>`;
  });
  const line = `<line class="axis" x1="0" x2="${WIDTH}" y1="${round(y(0))}" y2="${round(y(0))}"/>`;
  return figure(title, top + height + bottom, [...parts, line]);
}

/** Lying bars, one a line, for names that are long. */
export function rows(title: string, bars: readonly Bar[]): string {
  const [line, left, right] = [26, 170, 110];
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const parts = bars.map(({ name, value, told }, at) => {
    const width = (Math.max(0, value) / most) * (WIDTH - left - right);
    const base = at * line + 17;
    return `<text x="${left - 10}" y="${base}" text-anchor="end">${escaped(shortened(name))}</text>
<rect class="bar" x="${left}" y="${at * line + 4}" width="${round(width)}" height="${line - 8}" rx="2"><title>${escaped(`${name}: ${told}`)}</title></rect>
<text class="value" x="${round(left + width + 8)}" y="${base}">${escaped(told)}</text>`;
  });
  return figure(title, Math.max(1, bars.length) * line, parts);
}

/** Parts of a whole in one band; what each is stands below it. */
export function band(title: string, bars: readonly Bar[]): string {
  const all = Math.max(
    1,
    bars.reduce((sum, { value }) => sum + value, 0),
  );
  let x = 0;
  const parts = bars.map(({ name, value, told }, at) => {
    const width = (value / all) * WIDTH;
    const left = x;
    x += width;
    const share = `${((value / all) * 100).toFixed(0)}%`;
    const begin = at * (WIDTH / bars.length);
    return `<rect class="part-${at}" x="${round(left)}" y="0" width="${round(width)}" height="34"><title>${escaped(`${name}: ${told}`)}</title></rect>
<rect class="part-${at}" x="${round(begin)}" y="48" width="10" height="10" rx="2"/>
<text x="${round(begin + 16)}" y="58">${escaped(`${name} ${share}`)}</text>
<text class="value" x="${round(begin + 16)}" y="76">${escaped(told)}</text>`;
  });
  return figure(title, 84, parts);
}

const figure = (title: string, height: number, parts: readonly string[]): string =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${parts.join('\n')}</svg>`;

const round = (value: number): string => value.toFixed(1);
const shortened = (name: string): string => (name.length <= 16 ? name : `${name.slice(0, 15)}…`);

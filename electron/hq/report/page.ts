import { yuanText } from '../../../db/domain/exchange/table';
import type { Figures, Line, Report } from '../../../db/domain/hq/report';
import { type Bar, band, columns, escaped, rows } from './charts';
import type { ReportWords } from './report-words';

/** A store that is late, lacks packets or is in a fork, and what of it. */
export interface Trouble {
  readonly store: string;
  readonly name: string;
  readonly region: string;
  readonly what: readonly string[];
}

export interface PageAsked {
  readonly report: Report;
  readonly troubles: readonly Trouble[];
  readonly name: string;
  readonly span: { readonly from: string; readonly to: string };
  /** YYYY-MM-DD. */
  readonly madeOn: string;
  readonly words: ReportWords;
}

/** A page for people; the rest of a long list is in the CSV beside it. */
const TOP = 20;

/** One file without a script and without a network: to be opened anywhere, printed, kept. */
export function reportPage({ report, troubles, name, span, madeOn, words }: PageAsked): string {
  const { total, stores, regions, months } = report;
  const title = `${name} · ${words.title}`;
  const top = stores.slice(0, TOP);
  return `<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<header><h1>${escaped(title)}</h1><p>${escaped(words.span(span.from, span.to, madeOn))}</p></header>
<dl class="totals">${totals(total, stores.length, words)}</dl>
${part(words.attention(troubles.length), attention(troubles, words))}
${part(
  words.byMonth,
  months.length === 0
    ? note(words.nothing)
    : columns(
        words.byMonth,
        months.map((line) => netBar(line.month ?? '', line, words)),
      ) + table(words.month, months, (line) => line.month ?? '', words, false),
)}
${part(
  words.byRegion,
  rows(
    words.byRegion,
    regions.slice(0, TOP).map((line) => netBar(line.region || words.noRegion, line, words)),
  ) + table(words.region, regions, (line) => line.region || words.noRegion, words, true),
)}
${part(words.byClass, band(words.byClass, classBars(total, words)))}
${part(
  words.topStores(top.length, stores.length),
  rows(
    words.stores,
    top.map((line) => netBar(storeName(line), line, words)),
  ) +
    table(words.store, top, storeName, words, true) +
    rest(stores.length - top.length, 'stores.csv', words),
)}
<footer>${escaped(words.asNow)}</footer>
</body></html>
`;
}

const part = (title: string, body: string): string => `<section><h2>${escaped(title)}</h2>${body}</section>`;
const note = (text: string): string => `<p class="note">${escaped(text)}</p>`;
const rest = (count: number, file: string, words: ReportWords): string =>
  count > 0 ? note(words.more(count, file)) : '';
const storeName = ({ store }: Line): string => store?.name ?? '';
const netOf = ({ salesFen, refundsFen }: Figures): number => salesFen - refundsFen;
const netBar = (name: string, { figures }: Line, words: ReportWords): Bar => ({
  name,
  value: netOf(figures),
  told: shortYuan(netOf(figures), words),
});

function totals(total: Figures, stores: number, words: ReportWords): string {
  const { figures } = words;
  const told: readonly (readonly [string, string])[] = [
    [words.stores, whole(stores)],
    [figures.members, whole(total.members)],
    [figures.newMembers, whole(total.newMembers)],
    [words.net, money(netOf(total))],
    [figures.sales, whole(total.sales)],
    [words.refundRate, share(total.refundsFen, total.salesFen)],
    [figures.liabilityFen, money(total.liabilityFen)],
    [words.onTime, share(total.respondedOnTime, total.responseDue)],
  ];
  return told.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${value}</dd></div>`).join('');
}

function attention(troubles: readonly Trouble[], words: ReportWords): string {
  if (troubles.length === 0) return note(words.allWell);
  const lines = troubles
    .slice(0, TOP)
    .map(({ name, region, what }) =>
      tr([escaped(name), escaped(region || words.noRegion), what.map(escaped).join('<br>')]),
    );
  const head = [words.store, words.region, words.state].map((cell) => `<th>${escaped(cell)}</th>`).join('');
  return `<div class="wide" tabindex="0" role="group" aria-label="${escaped(words.store)}"><table class="words"><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>${rest(troubles.length - TOP, 'attention.csv', words)}`;
}

function classBars(total: Figures, { figures }: ReportWords): Bar[] {
  const names = ['A', 'B', 'C', 'D', 'none'] as const;
  return names.map((name) => ({ name: figures[name], value: total[name], told: whole(total[name]) }));
}

function table(
  first: string,
  lines: readonly Line[],
  nameOf: (line: Line) => string,
  words: ReportWords,
  hasNow: boolean,
): string {
  const { figures } = words;
  const shown: readonly (readonly [string, (own: Figures) => string])[] = [
    ...(hasNow ? ([[figures.members, (own: Figures) => whole(own.members)]] as const) : []),
    [figures.newMembers, (own) => whole(own.newMembers)],
    [figures.sales, (own) => whole(own.sales)],
    [figures.salesFen, (own) => money(own.salesFen)],
    [figures.refundsFen, (own) => money(own.refundsFen)],
    [words.net, (own) => money(netOf(own))],
    ...(hasNow ? ([[figures.liabilityFen, (own: Figures) => money(own.liabilityFen)]] as const) : []),
    [figures.complaints, (own) => whole(own.complaints)],
    [words.onTime, (own) => share(own.respondedOnTime, own.responseDue)],
  ];
  const head = [first, ...shown.map(([name]) => name)].map((cell) => `<th>${escaped(cell)}</th>`).join('');
  const body = lines.map((line) =>
    tr([escaped(nameOf(line)), ...shown.map(([, told]) => told(line.figures))]),
  );
  return `<div class="wide" tabindex="0" role="group" aria-label="${escaped(first)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

const tr = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const whole = (value: number): string => grouped(String(value));

/** Fen as yuan, exactly, in groups of three. */
function money(fen: number): string {
  const [yuan = '', cents] = yuanText(fen).split('.');
  return `¥${grouped(yuan)}.${cents}`;
}

/** Yuan for a bar: as short as it can be read, in the units that the language counts in. */
function shortYuan(fen: number, { lang }: ReportWords): string {
  const yuan = Math.round(fen / 100);
  if (Math.abs(yuan) < 100_000) return `¥${whole(yuan)}`;
  const [large, small] = lang === 'en' ? LARGE.en : LARGE.zh;
  const { worth, unit } = Math.abs(yuan) < large.worth ? small : large;
  const digits = Math.abs(yuan) < worth * 100 ? 1 : 0;
  const [before = '', after] = (yuan / worth).toFixed(digits).split('.');
  return `¥${grouped(before)}${after === undefined ? '' : `.${after}`}${unit}`;
}

/** Thousands and millions in English, 万 (10⁴) and 亿 (10⁸) in Chinese. */
const LARGE = {
  en: [
    { worth: 1_000_000, unit: 'M' },
    { worth: 1_000, unit: 'k' },
  ],
  zh: [
    { worth: 100_000_000, unit: '亿' },
    { worth: 10_000, unit: '万' },
  ],
} as const;

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((part / of) * 100).toFixed(1)}%`);

const STYLE = `
:root{color-scheme:light dark;--ink:#262420;--soft:#615c53;--line:#dbd7cf;--page:#faf9f7;--bar:#0f6b66;--p0:#0a5451;--p1:#4ba69e;--p2:#d19a3c;--p3:#b7533c;--p4:#a7abb2}
@media (prefers-color-scheme:dark){:root{--ink:#eae7e2;--soft:#aca69d;--line:#3d3933;--page:#191715;--bar:#74beb7;--p0:#a5d4cf;--p1:#4ba69e;--p2:#d9aa58;--p3:#d97b62;--p4:#6a6f77}}
*{box-sizing:border-box}
body{font:14px/20px system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--page);max-width:1080px;margin:0 auto;padding:24px 20px 48px;font-variant-numeric:tabular-nums}
h1{font-size:28px;line-height:36px;font-weight:600;margin:0}h2{font-size:16px;line-height:24px;font-weight:600;margin:0 0 12px}
header p,.note,footer{color:var(--soft);margin:4px 0 0}
.totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:16px 24px;margin:24px 0;padding:16px 0;border-block:1px solid var(--line)}
dt{color:var(--soft);font-size:12px;line-height:16px}dd{margin:0;font-size:20px;line-height:28px;font-weight:600;overflow-wrap:anywhere}
section{margin:32px 0;break-inside:avoid-page}
svg{display:block;width:100%;height:auto;max-width:860px;margin-bottom:16px}
svg text{font-size:12px;fill:var(--soft)}svg .value{fill:var(--ink)}
.bar{fill:var(--bar)}.axis{stroke:var(--line)}
.part-0{fill:var(--p0)}.part-1{fill:var(--p1)}.part-2{fill:var(--p2)}.part-3{fill:var(--p3)}.part-4{fill:var(--p4)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{padding:6px 8px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th{color:var(--soft);font-weight:600;font-size:12px}
th:first-child,td:first-child,.words th,.words td{text-align:left}
.words td:last-child{white-space:normal}
@media print{body{max-width:none;padding:0;font-size:11px}table{font-size:10px}th,td{padding:3px 5px}section{break-inside:auto}tr,svg{break-inside:avoid}.wide{overflow:visible}
:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--page:#fff;--bar:#0f6b66;--p0:#0a5451;--p1:#4ba69e;--p2:#d19a3c;--p3:#b7533c;--p4:#a7abb2}*{print-color-adjust:exact}}`;

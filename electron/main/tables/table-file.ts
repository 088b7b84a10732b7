import { wallTimeIn } from '../../../db/domain/calendar/wall-clock';
import { tableAsCsv } from '../../../db/domain/exchange/csv';
import type { TableHead, TableRow } from '../../../db/domain/exchange/table';
import type { Locale } from '../../../db/domain/locale';
import type { Instant } from '../../../db/domain/units';
import { asFileName } from '../file-name';
import type { AboutSheet } from './xlsx';

/** Where and when a table was made. */
export interface Made {
  readonly store: string;
  readonly at: Instant;
  readonly zone: string;
  readonly locale: Locale;
}

const WORDS = {
  'zh-CN': {
    about: '说明',
    title: '表名',
    store: '店铺',
    made: '生成时间',
    excel: 'Excel 表格',
    csv: 'CSV 表格',
  },
  en: {
    about: 'About',
    title: 'Table',
    store: 'Store',
    made: 'Made at',
    excel: 'Excel workbook',
    csv: 'CSV table',
  },
} as const;

/** What a table may be saved as. */
export type TableFormat = 'xlsx' | 'csv';

/** The kinds of file that a table may be saved as, the one that is offered first. */
export function tableKinds(locale: Locale, first: TableFormat) {
  const kinds = [
    { name: WORDS[locale].excel, extensions: ['xlsx'] },
    { name: WORDS[locale].csv, extensions: ['csv'] },
  ];
  return first === 'xlsx' ? kinds : kinds.reverse();
}

/** A name for a file that every system takes: `顾客分类 2026-11-22.xlsx`. */
export const tableFileName = (title: string, day: string, format: TableFormat): string =>
  `${asFileName(title)} ${day}.${format}`.trimStart();

/** The content of the file at that place: CSV where its name ends so, else a workbook. */
export async function* tableFile(
  path: string,
  head: TableHead,
  pages: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
  made: Made,
): AsyncGenerator<string | Uint8Array> {
  if (path.toLowerCase().endsWith('.csv')) return yield* tableAsCsv(head, pages);
  // Loaded with the first workbook: its ZIP library fills tables as it loads, and main starts many times a day.
  const { tableAsXlsx } = await import('./xlsx');
  yield* tableAsXlsx(head, pages, aboutOf(head, made));
}

function aboutOf({ title, notes }: TableHead, { store, at, zone, locale }: Made): AboutSheet {
  const words = WORDS[locale];
  return {
    name: words.about,
    lines: [
      [words.title, title],
      ...notes.map(({ name, text }) => [name, text] as const),
      [words.store, store],
      [words.made, `${wallTimeIn(zone)(at)} (${zone})`],
    ],
  };
}

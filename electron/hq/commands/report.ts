import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tableAsCsv } from '../../../db/domain/exchange/csv';
import type { Report } from '../../../db/domain/hq/report';
import { PERSON_PATIENCE_MS, writeDurablyNow } from '../../../db/durable-file';
import { reportFrom } from '../../../db/hq/reports';
import { officeOf } from '../folder';
import { type OpenedOffice, withOffice } from '../office';
import { reportPage, type Trouble } from '../report/page';
import { REPORT_WORDS } from '../report/report-words';
import { type ReportTable, reportTables } from '../report/tables';
import { type Call, EXIT, type Exit, Told } from '../say';
import { standingOfStore } from '../standings';
import { langOf } from '../words';
import { troubleOf } from './status';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The figures of a span of months: one page to read and print, and each table as CSV. Twelve months unless others are said. */
export function report(call: Call): Promise<Exit> {
  const { options, say, answer, words, folder, now } = call;
  const madeOn = new Date(now()).toISOString().slice(0, 10);
  const span = { from: options.from ?? monthsBefore(madeOn, 11), to: options.to ?? madeOn.slice(0, 7) };
  for (const [name, month] of Object.entries(span))
    if (!MONTH.test(month)) throw new Told(words.needs(`--${name} 2026-01`));
  const out = resolve(options.out ?? join(folder, `report-${madeOn}`));
  return withOffice(call, async (office) => {
    const figures = await reportFrom(office.engine, span);
    const troubles = await troublesOf(office, call);
    const { LC_ALL, LANG } = process.env;
    const reportWords = REPORT_WORDS[langOf(options.lang, LC_ALL || LANG)];
    mkdirSync(out, { recursive: true });
    const page = join(out, 'report.html');
    for (const table of reportTables(figures, troubles, reportWords)) await write(out, table);
    const text = reportPage({
      ...{ report: figures, troubles, name: officeOf(folder).name, span, madeOn, words: reportWords },
    });
    writeDurablyNow(page, text, PERSON_PATIENCE_MS);
    say(page);
    answer({ folder: out, ...plain(figures), attention: troubles });
    return EXIT.fine;
  });
}

async function write(folder: string, { file, head, rows }: ReportTable): Promise<void> {
  let text = '';
  for await (const piece of tableAsCsv(head, [rows])) text += piece;
  writeDurablyNow(join(folder, file), text, PERSON_PATIENCE_MS);
}

async function troublesOf(office: OpenedOffice, { words }: Call): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const store of office.stores) {
    const what = troubleOf(await standingOfStore(office, store), words);
    if (what.length > 0) troubles.push({ store: store.store, name: store.name, region: store.region, what });
  }
  return troubles;
}

const plain = ({ total, regions, months }: Report) => ({
  total,
  regions: regions.map(({ region, figures }) => ({ region, ...figures })),
  months: months.map(({ month, figures }) => ({ month, ...figures })),
});

function monthsBefore(day: string, count: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

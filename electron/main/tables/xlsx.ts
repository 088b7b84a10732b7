import { Zip } from 'fflate';
import {
  type ColumnKind,
  type TableCell,
  type TableHead,
  type TableRow,
  yuanText,
} from '../../../db/domain/exchange/table';
import { Deflated } from './deflated';
import { contentTypes, partName, ROOT_RELS, STYLE, STYLES, workbookRels, workbookXml } from './xlsx-parts';
import { sheetName, xmlText } from './xlsx-text';

/** Rows of one sheet; a longer list goes on in the next one, with its head again. */
const MOST_ROWS = 1_048_576;

/** The sheet beside the table: what it is called, and what it says line by line. */
export interface AboutSheet {
  readonly name: string;
  readonly lines: readonly (readonly [name: string, text: string])[];
}

interface XlsxOptions {
  readonly mostRows?: number;
}

type Pages = AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

/**
 * A table as a workbook (ECMA-376), page by page: the sheets' XML is written directly and deflated as it
 * goes, so a million rows need no more memory than a page. Texts are text cells, numbers numbers; there are
 * no formulas. The table is the first sheet, what it is about the second.
 */
export async function* tableAsXlsx(
  head: TableHead,
  pages: Pages,
  about: AboutSheet,
  { mostRows = MOST_ROWS }: XlsxOptions = {},
): AsyncGenerator<Uint8Array> {
  const book = new Book();
  const sheet = new TableSheets(book, head, mostRows);
  for await (const rows of pages) {
    sheet.write(rows);
    yield* book.taken();
  }
  const sheets = sheet.end();
  const aboutPart = sheets + 1;
  book.part(partName(aboutPart), aboutXml(about));
  const names = Array.from({ length: sheets }, (_, at) =>
    sheetName(head.title, at === 0 ? '' : ` (${at + 1})`),
  );
  // Parts are numbered as they are written, sheets stand in the order that people look for them.
  const [first = sheetName(''), ...more] = names;
  const order = [
    { name: first, part: 1 },
    { name: unlike(about.name, names), part: aboutPart },
    ...more.map((name, at) => ({ name, part: at + 2 })),
  ];
  book.part('[Content_Types].xml', contentTypes(aboutPart));
  book.part('_rels/.rels', ROOT_RELS);
  book.part('xl/workbook.xml', workbookXml(order));
  book.part('xl/_rels/workbook.xml.rels', workbookRels(aboutPart));
  book.part('xl/styles.xml', STYLES);
  book.end();
  yield* book.taken();
}

/** The archive, and what of it has come out. */
class Book {
  private out: Uint8Array[] = [];
  private readonly zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.out.push(bytes);
  });

  open(name: string): (xml: string, last: boolean) => void {
    const file = new Deflated(name);
    this.zip.add(file);
    return (xml, last) => file.push(Buffer.from(xml), last);
  }

  part(name: string, xml: string): void {
    this.open(name)(xml, true);
  }

  end(): void {
    this.zip.end();
  }

  *taken(): Generator<Uint8Array> {
    const ready = this.out;
    this.out = [];
    yield* ready;
  }
}

/** The table's sheets, one after the other. */
class TableSheets {
  private sheets = 0;
  private row = 0;
  private push: (xml: string, last: boolean) => void = () => undefined;
  private readonly columns: readonly { readonly letters: string; readonly kind: ColumnKind }[];

  constructor(
    private readonly book: Book,
    private readonly head: TableHead,
    private readonly mostRows: number,
  ) {
    this.columns = head.columns.map(({ kind }, at) => ({ letters: columnLetters(at), kind }));
    this.begin();
  }

  write(rows: readonly TableRow[]): void {
    let xml = '';
    for (const cells of rows) {
      if (this.row === this.mostRows) {
        this.push(`${xml}${SHEET_END}`, true);
        xml = '';
        this.begin();
      }
      xml += this.rowXml(cells);
    }
    this.push(xml, false);
  }

  /** Answers how many sheets there are. */
  end(): number {
    this.push(SHEET_END, true);
    return this.sheets;
  }

  private begin(): void {
    this.sheets += 1;
    this.row = 1;
    this.push = this.book.open(partName(this.sheets));
    const widths = this.columns.map(({ kind }, at) => col(at, WIDTH[kind])).join('');
    const titles = this.head.columns.map(({ name }, at) =>
      textCell(`${columnLetters(at)}1`, name, STYLE.head),
    );
    const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    const view = `<sheetView${this.sheets === 1 ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView>`;
    this.push(
      `${SHEET_BEGIN}<sheetViews>${view}</sheetViews><cols>${widths}</cols><sheetData><row r="1">${titles.join('')}</row>`,
      false,
    );
  }

  private rowXml(cells: TableRow): string {
    this.row += 1;
    const { row, columns } = this;
    let xml = `<row r="${row}">`;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      const cell = cells[at];
      if (column !== undefined && cell !== undefined && cell !== null && cell !== '')
        xml += cellXml(column.letters + row, cell, column.kind);
    }
    return `${xml}</row>`;
  }
}

function cellXml(at: string, cell: NonNullable<TableCell>, kind: ColumnKind): string {
  if (typeof cell === 'string') return textCell(at, cell, STYLE.text);
  const value = kind === 'money' ? yuanText(cell) : String(cell);
  return `<c r="${at}" s="${STYLE[kind]}"><v>${value}</v></c>`;
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${style === STYLE.text ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const WIDTH: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  date: 12,
  whole: 12,
  decimal: 12,
  money: 16,
  percent: 12,
};
const col = (at: number, width: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;

const SHEET_BEGIN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const SHEET_END = '</sheetData></worksheet>';

function aboutXml({ lines }: AboutSheet): string {
  const rows = lines.map(([name, text], at) => {
    const row = at + 1;
    return `<row r="${row}">${textCell(`A${row}`, name, STYLE.head)}${textCell(`B${row}`, text, STYLE.text)}</row>`;
  });
  return `${SHEET_BEGIN}<cols>${col(0, 18)}${col(1, 70)}</cols><sheetData>${rows.join('')}${SHEET_END}`;
}

/** Two sheets of one name are no workbook; names are the same whatever their case. */
function unlike(wanted: string, names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = sheetName(wanted);
  for (let again = 2; taken.has(name.toLowerCase()); again++) name = sheetName(wanted, ` (${again})`);
  return name;
}

/** `A` … `Z`, `AA` … of the column at a place, 0 up. */
export function columnLetters(at: number): string {
  const before = Math.floor(at / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (at % 26));
}

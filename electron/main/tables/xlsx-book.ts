import { Zip } from 'fflate/browser';
import { Deflated } from '../../../db/deflated';
import {
  type ColumnKind,
  type TableCell,
  type TableHead,
  type TableRow,
  yuanText,
} from '../../../db/domain/exchange/table';
import { contentTypes, partName, ROOT_RELS, STYLE, STYLES, workbookRels, workbookXml } from './xlsx-parts';
import { sheetName, xmlText } from './xlsx-text';

/** Rows of one sheet; a longer list goes on in the next one, with its head again. */
export const MOST_ROWS = 1_048_576;

export interface Sheet {
  readonly name: string;
  readonly part: number;
}

/** The archive, and what of it has come out. */
export class Book {
  private sheets: Sheet[] = [];
  private out: Uint8Array[] = [];
  private readonly zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.out.push(bytes);
  });

  /** A sheet whose XML comes piece by piece. Parts are numbered as they are begun; `end` says in which order they stand. */
  sheet(name: string): { readonly sheet: Sheet; readonly push: (xml: string, last: boolean) => void } {
    const taken = this.sheets.map((other) => other.name);
    const sheet = { name: unlike(name, taken), part: this.sheets.length + 1 };
    this.sheets.push(sheet);
    return { sheet, push: this.open(partName(sheet.part)) };
  }

  /** Ends the workbook; its sheets stand in the order that people look for them. */
  end(order: readonly Sheet[]): void {
    this.part('[Content_Types].xml', contentTypes(this.sheets.length));
    this.part('_rels/.rels', ROOT_RELS);
    this.part('xl/workbook.xml', workbookXml(order));
    this.part('xl/_rels/workbook.xml.rels', workbookRels(this.sheets.length));
    this.part('xl/styles.xml', STYLES);
    this.zip.end();
  }

  *taken(): Generator<Uint8Array> {
    const ready = this.out;
    this.out = [];
    yield* ready;
  }

  private open(name: string): (xml: string, last: boolean) => void {
    const file = new Deflated(name);
    this.zip.add(file);
    return (xml, last) => file.push(Buffer.from(xml), last);
  }

  private part(name: string, xml: string): void {
    this.open(name)(xml, true);
  }
}

/** The sheets of one table, one after the other: a longer one goes on in the next, with its head again. */
export class TableSheets {
  readonly sheets: Sheet[] = [];
  private row = 0;
  private push: (xml: string, last: boolean) => void = () => undefined;
  private readonly columns: readonly { readonly letters: string; readonly kind: ColumnKind }[];

  constructor(
    private readonly book: Book,
    private readonly head: Pick<TableHead, 'title' | 'columns'>,
    private readonly mostRows = MOST_ROWS,
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

  end(): readonly Sheet[] {
    this.push(SHEET_END, true);
    return this.sheets;
  }

  private begin(): void {
    const { title } = this.head;
    const again = this.sheets.length + 1;
    const { sheet, push } = this.book.sheet(sheetName(title, again === 1 ? '' : ` (${again})`));
    this.sheets.push(sheet);
    this.push = push;
    this.row = 1;
    const widths = this.columns.map(({ kind }, at) => col(at, WIDTH[kind])).join('');
    const titles = this.head.columns.map(({ name }, at) =>
      textCell(`${columnLetters(at)}1`, name, STYLE.head),
    );
    const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    this.push(
      `${SHEET_BEGIN}<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${titles.join('')}</row>`,
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

/** A cell of a page: a heading, or a value of its kind. */
export interface PageCell {
  readonly as: ColumnKind | 'head';
  readonly cell: TableCell;
}

/** A sheet that is read rather than reckoned with: a few lines, whole at once. Widths in characters. */
export function pageSheet(
  book: Book,
  name: string,
  widths: readonly number[],
  lines: readonly (readonly PageCell[])[],
): Sheet {
  const { sheet, push } = book.sheet(name);
  const rows = lines.map((cells, at) => {
    const row = at + 1;
    const xml = cells.map(({ as, cell }, column) => {
      const place = `${columnLetters(column)}${row}`;
      if (cell === null || cell === '') return '';
      return as === 'head' ? textCell(place, String(cell), STYLE.head) : cellXml(place, cell, as);
    });
    return `<row r="${row}">${xml.join('')}</row>`;
  });
  const columns = widths.map((width, at) => col(at, width)).join('');
  push(`${SHEET_BEGIN}<cols>${columns}</cols><sheetData>${rows.join('')}${SHEET_END}`, true);
  return sheet;
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

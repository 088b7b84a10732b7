import { finished } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { MAX_COLUMNS, type Reading } from '../../../db/domain/exchange/fields';
import { splitOnSpace } from '../../../db/domain/exchange/separator';
import type { FileRow } from '../../../db/exchange/file-row';
import { UnreadableFile } from '../jobs/failures';

/** Characters in one row; more is an unclosed quote or no table at all. */
const MAX_ROW = 1 << 20;

/** Cuts text into rows and cells; what is given may end anywhere. */
export interface RowCutter {
  readonly write: (text: string | Buffer) => Promise<FileRow[]>;
  readonly end: () => Promise<FileRow[]>;
  /** Rows that were whole before an error; a preview shows them. */
  readonly taken: () => FileRow[];
}

export function rowCutter(separator: Reading['separator']): RowCutter {
  return separator === 'whitespace' ? new SpacedRows() : new SeparatedRows(separator);
}

/** CSV by csv-parse: quotes, line ends of every system, ragged rows. */
class SeparatedRows implements RowCutter {
  private rows: FileRow[] = [];
  private readonly parser;

  constructor(delimiter: string) {
    this.parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
      // Rows are taken here and not sent on: the stream's own queue costs as much again as the parsing.
      on_record: (cells: string[], { lines }) => {
        this.take(cells, lines);
        return null;
      },
    });
    this.parser.on('error', () => undefined); // heard by whoever writes or ends
    this.parser.resume();
  }

  write = (text: string | Buffer): Promise<FileRow[]> =>
    new Promise((resolve, reject) => {
      if (text.length === 0) return resolve([]);
      this.parser.write(text, (error) => (error ? reject(unreadable(error)) : resolve(this.taken())));
    });

  end = async (): Promise<FileRow[]> => {
    this.parser.end();
    try {
      await finished(this.parser);
    } catch (error) {
      throw unreadable(error);
    }
    return this.taken();
  };

  private take(cells: string[], line: number): void {
    if (cells.length > MAX_COLUMNS) throw new UnreadableFile(line);
    if (cells.length > 1 || cells[0]?.trim() !== '') this.rows.push({ line, cells });
  }

  taken = (): FileRow[] => {
    const { rows } = this;
    this.rows = [];
    return rows;
  };
}

function unreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const { lines } = error as Partial<CsvError & { lines: number }>; // csv-parse puts its place beside the code
  return new UnreadableFile(lines ?? null, { cause: error });
}

/** Columns set apart by spaces and tabs, without quotes. */
class SpacedRows implements RowCutter {
  private readonly whole: FileRow[] = [];
  private rest = '';
  private line = 0;

  write = async (text: string | Buffer): Promise<FileRow[]> => {
    const lines = (this.rest + text.toString()).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    if (this.rest.length > MAX_ROW) throw new UnreadableFile(this.line + 1);
    return this.cut(lines);
  };

  end = async (): Promise<FileRow[]> => this.cut(this.rest.split('\r'));

  taken = (): FileRow[] => this.whole.splice(0);

  private cut(lines: readonly string[]): FileRow[] {
    for (const text of lines) {
      this.line++;
      if (text.trim() === '') continue;
      const cells = splitOnSpace(text);
      if (cells.length > MAX_COLUMNS) throw new UnreadableFile(this.line);
      this.whole.push({ line: this.line, cells });
    }
    return this.taken();
  }
}

import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvLines, UTF8_MARK } from '../../../db/domain/exchange/csv';
import { guardFormula } from '../../../db/domain/exchange/formula-guard';
import type { Rejection } from '../../../db/domain/exchange/rejections';
import type { Locale } from '../../../db/domain/locale';
import { isPaymentCode } from '../../../db/domain/members/payment-code';
import type { FileRow } from '../../../db/exchange/file-row';
import { REJECTION_WORDS } from './rejection-words';

const BUFFERED = 500;
/** Long enough to see what is wrong with a cell; a cell of megabytes is what is wrong. */
const KEPT_CHARACTERS = 1000;

/** The file of refused rows, beside the store: line, reason in words, and the row as it was. Made at the first one. */
export class RefusedRows {
  private file: number | undefined;
  private waiting: string[][] = [];
  private readonly to: string;

  constructor(
    storePath: string,
    batchId: string,
    private readonly locale: Locale,
    private readonly headers: readonly string[],
  ) {
    this.to = join(dirname(storePath), 'imports', `refused-${batchId}.csv`);
  }

  add(row: FileRow, why: Rejection): void {
    this.waiting.push([String(row.line), REJECTION_WORDS[why][this.locale], ...row.cells.map(keptCell)]);
    if (this.waiting.length >= BUFFERED) this.flush();
  }

  /** Answers where the file is, or null when every row was taken. */
  close(): string | null {
    this.flush();
    if (this.file === undefined) return null;
    fsyncSync(this.file);
    closeSync(this.file);
    this.file = undefined;
    return this.to;
  }

  /** The import did not happen: neither did its refusals. */
  discard(): void {
    try {
      if (this.file !== undefined) closeSync(this.file);
      rmSync(this.to, { force: true });
    } catch {
      // What led here is told, and the import is undone first of all.
    }
    this.file = undefined;
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    if (this.file === undefined) {
      mkdirSync(dirname(this.to), { recursive: true });
      this.file = openSync(this.to, 'w');
      const titles = this.locale === 'en' ? ['Line', 'Reason'] : ['行号', '原因'];
      writeFileSync(this.file, UTF8_MARK + csvLines([[...titles, ...this.headers.map(guardFormula)]]));
    }
    // Of a nearly full drive a single write may take a part only; this one goes on until all is there.
    writeFileSync(this.file, csvLines(this.waiting));
    this.waiting = [];
  }
}

function keptCell(cell: string): string {
  if (isPaymentCode(cell.replace(/\D/g, ''))) return '***'; // a code that pays is never stored
  return guardFormula(cell.slice(0, KEPT_CHARACTERS));
}

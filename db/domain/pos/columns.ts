import type { ImportField } from '../exchange/fields';
import { bare } from '../exchange/headers';
import { fold } from '../exchange/text';
import { missingPosFields, POS_FIELDS, type PosField, type PosReading } from './fields';

/** How tills head their columns besides what other programs call them; compared without case, spaces and marks. */
const TILL_NAMES: Readonly<Partial<Record<PosField, readonly string[]>>> = {
  receipt_no: [
    '小票',
    '流水',
    '销售单',
    '销售单据号',
    '账单号',
    '结账单号',
    'salesno',
    'billnumber',
    'txnno',
  ],
  date: ['收银日期', '结账日期', '收款日期', '营业日期', 'businessdate', 'soldon'],
  time: ['收银时间', '结账时间', '收款时间', 'soldat'],
  amount: ['应付金额', '收款金额', '实收额', '净额', '小计', 'net', 'netamount', 'grandtotal'],
  phone: ['会员电话', '会员手机号码', 'memberphone'],
  card_no: ['会员', '会员卡编号', 'member', 'membercard'],
  cashier: ['收银员', '收款员', '操作员', '营业员', '店员', '收银', 'cashier', 'operator', 'clerk', 'staff'],
};

const isPosField = (field: ImportField | null): field is ImportField & PosField =>
  POS_FIELDS.some((known) => known === field);

/** The field of each column: as an import of purchases would take it, then by what tills call theirs. */
export function guessPosColumns(
  guessed: readonly (ImportField | null)[],
  headers: readonly string[],
): (PosField | null)[] {
  const columns = guessed.map((field): PosField | null => (isPosField(field) ? field : null));
  headers.forEach((header, at) => {
    if (columns[at] !== null && columns[at] !== undefined) return;
    const name = bare(header);
    const field = POS_FIELDS.find(
      (candidate) => !columns.includes(candidate) && TILL_NAMES[candidate]?.includes(name),
    );
    if (field !== undefined) columns[at] = field;
  });
  return columns;
}

/** Items, where rows that follow each other bear one receipt number; whole receipts otherwise. */
export function guessRowsAre(
  rows: readonly (readonly string[])[],
  columns: readonly (PosField | null)[],
): PosReading['rowsAre'] {
  const at = columns.indexOf('receipt_no');
  if (at < 0) return 'receipts';
  const numbers = rows.map((row) => fold(row[at] ?? ''));
  return numbers.some((no, row) => no !== '' && no === numbers[row + 1]) ? 'items' : 'receipts';
}

/**
 * The columns of a file with this head: each is found by the name it had when it was set, wherever it
 * stands now. Undefined when one that is needed is gone. Without a head the places count.
 */
export function columnsUnder(
  head: readonly string[],
  { header, columns, headers }: Pick<PosReading, 'header' | 'columns' | 'headers'>,
): (PosField | null)[] | undefined {
  if (!header) return [...columns];
  const names = head.map(bare);
  const found: (PosField | null)[] = head.map(() => null);
  columns.forEach((field, at) => {
    if (field === null) return;
    const name = bare(headers[at] ?? '');
    const place = names[at] === name ? at : names.indexOf(name);
    if (place >= 0) found[place] = field;
  });
  return missingPosFields(found).length === 0 ? found : undefined;
}

import { readDate } from './dates';
import type { DateFormat, ImportField, ImportKind } from './fields';
import { readAmount } from './numbers';
import { readPhone } from './phones';
import { fold } from './text';

/** What the cells of one column look like, as shares 0-1 of its filled cells. */
interface Look {
  readonly phone: number;
  readonly date: number;
  readonly past: number;
  readonly money: number;
  readonly small: number;
  readonly han: number;
  readonly sex: number;
  readonly code: number;
}

/**
 * The field of each column by its content, for files without heads. The first code-like column is
 * the number under which another system knows the member; what looks like nothing is left out.
 */
export function columnsByContent(
  rows: readonly (readonly string[])[],
  kind: ImportKind,
  format: DateFormat,
): (ImportField | null)[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const looks = Array.from({ length: width }, (_, at) =>
    lookOf(
      rows.map((row) => fold(row[at] ?? '')),
      format,
    ),
  );
  const fields: (ImportField | null)[] = new Array<null>(width).fill(null);
  const give = (field: ImportField, like: (look: Look) => number) => {
    let best = -1;
    looks.forEach((look, at) => {
      if (fields[at] === null && like(look) >= 0.6 && (best < 0 || like(look) > like(looks[best] ?? look)))
        best = at;
    });
    if (best >= 0) fields[best] = field;
  };

  give('phone', (look) => look.phone);
  if (kind === 'members') {
    give('birthday', (look) => Math.min(look.date, look.past));
    give('joined_on', (look) => look.date);
    give('gender', (look) => look.sex);
    give('name', (look) => look.han);
  } else {
    give('date', (look) => look.date);
    give('amount', (look) => look.money);
    give('quantity', (look) => look.small);
    give('product', (look) => look.han);
  }
  give('external_id', (look) => look.code);
  if (kind === 'purchases') give('amount', (look) => (fields.includes('amount') ? 0 : look.small));
  return fields;
}

function lookOf(cells: readonly string[], format: DateFormat): Look {
  const filled = cells.filter((cell) => cell !== '');
  const share = (like: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(like).length / filled.length;
  const isDate = (cell: string) => typeof readDate(cell, format) !== 'string';
  return {
    phone: share(
      (cell) =>
        /^(\+?86)?1[3-9]\d{9}$/.test(cell.replace(/[\s-]/g, '')) || readPhone(cell) === 'phone_damaged',
    ),
    date: share(isDate),
    past: share((cell) => isDate(cell) && Number(/\d{4}/.exec(cell)?.[0] ?? 9999) < 2012),
    money: share((cell) => /[.¥]/.test(cell) && typeof readAmount(cell) === 'number'),
    small: share((cell) => /^\d{1,3}$/.test(cell)),
    han: share((cell) => /^\p{Script=Han}{2,}/u.test(cell)),
    sex: share((cell) => /^(男|女|[MF]|male|female|先生|女士)$/i.test(cell)),
    code: share((cell) => /^[A-Za-z]{0,6}\d[\w-]{0,31}$/.test(cell) && !isDate(cell)),
  };
}

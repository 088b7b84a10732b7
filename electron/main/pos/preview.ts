import { basename } from 'node:path';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import type { Reading } from '../../../db/domain/exchange/fields';
import { Moments } from '../../../db/domain/exchange/moments';
import { guessPosColumns, guessRowsAre } from '../../../db/domain/pos/columns';
import type { ReceiptDecision, RefundDecision } from '../../../db/domain/pos/decide';
import { missingPosFields, type PosReading } from '../../../db/domain/pos/fields';
import type { PosOutcome } from '../../../db/domain/pos/outcome';
import { ReceiptGatherer, type TillReceipt } from '../../../db/domain/pos/receipts';
import { type RefusedRow, TillRowReader } from '../../../db/domain/pos/row';
import type { BusinessDate } from '../../../db/domain/units';
import { type Judging, judgeReceipt, judgeTillRefund, type TimedReceipt } from '../../../db/pos/judge';
import { namedMember } from '../../../db/pos/receipts';
import { readOn } from '../../../db/reading';
import type { ImportPreview } from '../../contract/exchange';
import type { PosPreview } from '../../contract/pos';
import type { AppCx } from '../context';
import { momentIn } from '../moment';
import { askReader } from '../reader/ask-reader';
import type { FileRefusal } from '../reader/chosen-file';
import type { Shop } from '../shop';
import { timed } from './post-file';

type Shown = NonNullable<PosPreview['shown']>;

/** What an import would read of it; only how it is cut and what its cells hold is taken from there. */
type Cut = Pick<ImportPreview, 'reading' | 'headers' | 'rows'>;

/**
 * The beginning of a till's file, and what would become of its first receipts now. Without a reading it is
 * guessed, the shape of its rows included.
 */
export async function previewTillFile(
  cx: AppCx,
  path: string,
  asked: { readonly reading: PosReading | null; readonly from: BusinessDate },
): Promise<Shown | FileRefusal> {
  const cut = await cutBeginning(cx, path, asked.reading);
  if (typeof cut === 'string') return cut;
  const reading = asked.reading === null ? guessedReading(cut) : { ...asked.reading, headers: cut.headers };
  const missing = missingPosFields(reading.columns);
  const receipts = missing.length === 0 ? await judged(cx, cut, reading, asked.from) : [];
  const { encoding, separator } = cut.reading;
  return { name: basename(path), reading, encoding, separator, rows: cut.rows, missing, receipts };
}

function guessedReading({ reading, headers, rows }: Cut): PosReading {
  const columns = guessPosColumns(reading.columns, headers);
  return {
    ...{ encoding: 'auto', separator: 'auto', header: reading.header, dateFormat: reading.dateFormat },
    ...{ columns, headers, rowsAre: guessRowsAre(rows, columns) },
  };
}

/** Read by the process that reads imports: what `auto` leaves open is guessed there first. */
async function cutBeginning(cx: AppCx, path: string, wanted: PosReading | null): Promise<Cut | FileRefusal> {
  const guessed = await asImport(cx, path, null);
  if (typeof guessed === 'string' || wanted === null) return guessed;
  const reading: Reading = {
    ...guessed.reading,
    encoding: wanted.encoding === 'auto' ? guessed.reading.encoding : wanted.encoding,
    separator: wanted.separator === 'auto' ? guessed.reading.separator : wanted.separator,
    header: wanted.header,
    dateFormat: wanted.dateFormat,
    columns: [],
  };
  return await asImport(cx, path, { reading, before: reading });
}

async function asImport(
  { startReader }: AppCx,
  path: string,
  corrected: { readonly reading: Reading; readonly before: Reading } | null,
): Promise<Cut | FileRefusal> {
  const answer = await askReader(startReader, { kind: 'preview', path, importKind: 'purchases', corrected });
  if (answer.type === 'preview') return answer.preview;
  if (answer.type !== 'refused') return 'file_unreadable';
  // The other two are of an import's columns, which nothing here has asked about.
  return answer.why === 'required_column_missing' || answer.why === 'column_twice'
    ? 'file_unreadable'
    : answer.why;
}

async function judged(
  { session, sources }: AppCx,
  { rows }: Cut,
  reading: PosReading,
  from: BusinessDate,
): Promise<Shown['receipts']> {
  const shop = session.shop();
  const now = momentIn(shop, sources);
  const by: Judging = { from, now, today: businessDateOf(now, shop.calendar) };
  const reader = new TillRowReader(reading);
  const gatherer = new ReceiptGatherer(reading.rowsAre);
  rows.forEach((cells, at) => {
    gatherer.add(reader.read(at + (reading.header ? 2 : 1), cells));
  });
  const moments = new Moments(shop.calendar);
  return await Promise.all(
    [...gatherer.receipts()].map((receipt) =>
      'why' in receipt ? unread(receipt) : judgedOne(shop, receipt, by, moments),
    ),
  );
}

const unread = ({ line, receiptNo, why }: RefusedRow): Shown['receipts'][number] => ({
  ...{ line, receiptNo, why, outcome: 'refused' as const },
  ...{ boughtAt: null, paid: null, memberName: null },
});

/** By each decision's kind, what the screen calls it. */
const OUTCOMES: Readonly<Record<(ReceiptDecision | RefundDecision)['kind'], PosOutcome>> = {
  post: 'posted',
  wait: 'waiting',
  still_waiting: 'waiting',
  by_hand: 'already',
  already: 'already',
  passed: 'passed',
  refused: 'refused',
  refund: 'refunded',
  take_off: 'refunded',
};

async function judgedOne(
  { opened: { db } }: Shop,
  receipt: TillReceipt,
  by: Judging,
  moments: Moments,
): Promise<Shown['receipts'][number]> {
  const told: TimedReceipt = timed(receipt, moments);
  const decision =
    told.amount < 0 ? await readOn(db, judgeTillRefund(told, by)) : await readOn(db, judgeReceipt(told, by));
  const { line, receiptNo, at: boughtAt, amount } = told;
  const outcome = OUTCOMES[decision.kind];
  return {
    ...{ line, receiptNo, boughtAt, paid: amount, outcome },
    memberName: decision.kind === 'post' ? await readOn(db, namedMember(decision.memberId)) : null,
    why: decision.kind === 'refused' || decision.kind === 'wait' ? decision.why : null,
  };
}

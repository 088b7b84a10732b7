import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportPreview, JobView } from '@contract/exchange';
import type { ImportKind } from '@domain/exchange/fields';
import type SQLite from 'better-sqlite3';
import type { TestShop } from '../../support/shop';

/** Writes a file as another program would have left it, and says where. */
export function aFile(content: string | Buffer, name = 'list.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'shuke-file-')), name);
  writeFileSync(path, content);
  return path;
}

/** Chooses a file in the dialog; throws when main refuses it. */
export async function chosen(shop: TestShop, path: string, kind: ImportKind): Promise<ImportPreview> {
  shop.dialogs.file = path;
  const answer = await shop.client.exchange.chooseFile({ kind });
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  if (answer.value === null) throw new Error('no file');
  return answer.value;
}

/** Waits for a job's end, as the screen does by its events. */
export async function ended(shop: TestShop, job: JobView): Promise<JobView> {
  for (;;) {
    const now = await shop.client.exchange.job({ jobId: job.id });
    if (now !== null && now.state !== 'running' && (await shop.client.exchange.runningJob({})) === null)
      return now;
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

type Asked = { kind: ImportKind; reading?: Partial<ImportPreview['reading']> };

/** Chooses, corrects and imports a file to the end. */
export async function imported(shop: TestShop, path: string, { kind, reading }: Asked): Promise<JobView> {
  const preview = await chosen(shop, path, kind);
  const answer = await shop.client.exchange.runImport({
    fileId: preview.fileId,
    kind,
    reading: { ...preview.reading, ...reading },
  });
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return ended(shop, answer.value);
}

export async function tried(shop: TestShop, path: string, { kind, reading }: Asked): Promise<JobView> {
  const preview = await chosen(shop, path, kind);
  const answer = await shop.client.exchange.dryRun({
    fileId: preview.fileId,
    kind,
    reading: { ...preview.reading, ...reading },
  });
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return ended(shop, answer.value);
}

/** The result of a job of one kind; throws with the job when it has another end. */
export function resultOf<Kind extends NonNullable<JobView['result']>['kind']>(job: JobView, kind: Kind) {
  const { result } = job;
  if (result?.kind !== kind) throw new Error(`no ${kind} but ${JSON.stringify(job)}`);
  return result as Extract<NonNullable<JobView['result']>, { kind: Kind }>;
}

const LAWS: Readonly<Record<string, string>> = {
  'an entry is the sum of its moves': `select count(*) from points_entry e
    where e.points <> (select coalesce(sum(points), 0) from points_move v where v.entry_id = e.id)`,
  'a lot holds what its moves left': `select count(*) from points_lot l
    where l.remaining <> (select coalesce(sum(points), 0) from points_move v where v.lot_id = l.id)`,
  'a balance is its entries, its lots and its debt': `select count(*) from member m
    where (select coalesce(sum(points), 0) from points_entry e where e.member_id = m.id)
      <> (select coalesce(sum(remaining), 0) from points_lot l where l.member_id = m.id)
        - coalesce((select owed from points_debt d where d.member_id = m.id), 0)`,
  'no lot has lapsed without its expiry': `select count(*) from points_lot, store where remaining > 0 and last_day < '2000-01-01'`,
  'nobody owes and holds': `select count(*) from points_debt d where d.owed > 0
    and exists (select 1 from points_lot l where l.member_id = d.member_id and l.remaining > 0)`,
  'one reversal an entry': `select count(*) from (select 1 from points_entry where kind = 'reverse' group by reverses_id having count(*) > 1)`,
  'no purchase is refunded beyond itself': `select count(*) from purchase p
    where p.total_fen < (select coalesce(sum(amount_fen), 0) from refund r where r.purchase_id = p.id)`,
};

/** The laws of the ledger that are broken, by name; empty when all hold. */
export function brokenLaws(raw: SQLite.Database): string[] {
  const broken = Object.entries(LAWS).filter(([, sql]) => raw.prepare<[], number>(sql).pluck().get() !== 0);
  const pointing = raw.pragma('foreign_key_check') as unknown[];
  return [...broken.map(([name]) => name), ...pointing.map(() => 'a row points nowhere')];
}

export const counted = (raw: SQLite.Database, sql: string): number =>
  raw.prepare<[], number>(sql).pluck().get() ?? 0;

/** Everything that a person would call the content of the store, to be compared before and after. */
export function content(raw: SQLite.Database) {
  return {
    members: counted(raw, "select count(*) from member where state = 'active'"),
    found: counted(raw, 'select count(*) from member_lookup'),
    spent: counted(
      raw,
      'select coalesce(sum(total_fen), 0) - (select coalesce(sum(amount_fen), 0) from refund) from purchase',
    ),
    points: counted(raw, 'select coalesce(sum(points), 0) from points_entry'),
    held: counted(raw, 'select coalesce(sum(remaining), 0) from points_lot'),
    receipts: counted(raw, 'select count(*) from receipt'),
    keys: counted(raw, 'select count(*) from import_key'),
  };
}

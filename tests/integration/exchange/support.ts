import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportPreview, JobView } from '@contract/exchange';
import type { ImportKind } from '@domain/exchange/fields';
import type SQLite from 'better-sqlite3';
import type { TestShop } from '../../support/shop';
import { brokenLaws as brokenLedger } from '../ledger/laws-in-sql';

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

/** What an import may not leave behind, beside the laws of the ledger. */
const LAWS: Readonly<Record<string, string>> = {
  'no lot has lapsed without its expiry': `select count(*) from points_lot, store where remaining > 0 and last_day < '2000-01-01'`,
  'nobody owes and holds': `select count(*) from points_debt d where d.owed > 0
    and exists (select 1 from points_lot l where l.member_id = d.member_id and l.remaining > 0)`,
};

/** The laws of the ledger that are broken, by name; empty when all hold. */
export function brokenLaws(raw: SQLite.Database): string[] {
  const broken = Object.entries(LAWS).filter(([, sql]) => raw.prepare<[], number>(sql).pluck().get() !== 0);
  const pointing = raw.pragma('foreign_key_check') as unknown[];
  return [
    ...brokenLedger(raw),
    ...broken.map(([name]) => name),
    ...pointing.map(() => 'a row points nowhere'),
  ];
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

import { appendAudit } from '@db/audit/append';
import { verifyTrail } from '@db/audit/verify';
import { businessDate, instant } from '@domain/units';
import { aStoreFile, STORE_NOW } from '../support/store-file';
import { type BenchTable, ms } from './table';

const ENTRIES = 1_000_000;
const OF_ONE_COMMIT = 50_000;
const OWNER = '0190a5d0-0000-7000-8000-000000000002';
const MEMBERS = 10_000;

const memberId = (n: number): string => `00000000-0000-7000-8000-${String(n % MEMBERS).padStart(12, '0')}`;

/** A million entries as acts write them, verified from the first to the last as at the start of a store. */
export default async function trail(): Promise<BenchTable> {
  const store = aStoreFile();
  try {
    const today = businessDate('2026-05-18');
    const filling = performance.now();
    for (let done = 0; done < ENTRIES; done += OF_ONE_COMMIT) {
      await store.db.transaction().execute(async (tx) => {
        for (let n = done; n < done + OF_ONE_COMMIT; n++)
          appendAudit(tx, {
            ...{ at: instant(STORE_NOW + n * 1000), businessDate: today, staffId: OWNER, approverId: null },
            ...{ act: 'purchases.record', requestId: `request-${n}` },
            subjects: [{ kind: 'member', id: memberId(n) }],
            notes: [{ about: { kind: 'purchase', id: `bill-${n}` } }],
          });
      });
    }
    const filled = performance.now() - filling;
    const start = performance.now();
    const { entries, found } = await verifyTrail(store.db, { known: null }, store.raw);
    const verified = performance.now() - start;
    if (entries !== ENTRIES || found > 0) throw new Error(`${entries} entries, ${found} findings`);
    return {
      title: 'The audit trail, verified',
      columns: ['', 'whole', 'per entry'],
      rows: [
        [`${ENTRIES} entries sealed`, ms(filled), ms(filled / ENTRIES)],
        [`${ENTRIES} entries verified`, ms(verified), ms(verified / ENTRIES)],
      ],
      notes: [
        'Every entry, what it is listed under, and every seal made again; in the app in a thread of its own.',
      ],
    };
  } finally {
    await store.close();
  }
}

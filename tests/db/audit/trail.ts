import { appendAudit } from '@db/audit/append';
import { verifyTrail } from '@db/audit/verify';
import type { AuditDraft } from '@domain/audit/entry';
import { businessDate, instant } from '@domain/units';
import { STORE_NOW, type StoreFile } from '../../support/store-file';

export const OWNER = '0190a5d0-0000-7000-8000-000000000002';
export const ZHANG = '0190a5d0-0000-7000-8000-0000000000a1';

/** One act as handlers tell it; `more` says what is particular about it. */
export const draft = (more: Partial<AuditDraft> = {}): AuditDraft => ({
  at: STORE_NOW,
  businessDate: businessDate('2026-05-18'),
  staffId: OWNER,
  approverId: null,
  act: 'points.adjust',
  requestId: null,
  subjects: [{ kind: 'member', id: ZHANG }],
  notes: [{ why: '盘点差异', before: { balance: 0 }, after: { balance: 100 } }],
  ...more,
});

export function addZhang({ raw }: StoreFile): void {
  raw
    .prepare(
      `insert into member (id, member_no, name, source, joined_on, created_at, updated_at, staff_id)
       values (?, 'M000001', '张三', 'walk_in', '2026-05-18', 1, 1, ?)`,
    )
    .run(ZHANG, OWNER);
}

/** A trail of every form that an entry may have: with and without a person, a reason, what is kept apart. */
export async function fillTrail(store: StoreFile, entries: number): Promise<void> {
  const personal = { memberId: ZHANG, before: { name: '张三' }, after: { name: '张珊' } };
  await store.db.transaction().execute(async (tx) => {
    for (let n = 0; n < entries; n++) {
      const at = instant(STORE_NOW + n * 1000);
      const forms = [
        draft({ at, requestId: `request-${n}` }),
        draft({ at, act: 'members.change', notes: [{ personal }] }),
        draft({ at, act: 'clock.back', staffId: null, subjects: [], notes: [] }),
        draft({ at, approverId: OWNER, notes: [{ about: { kind: 'purchase', id: `bill-${n}` } }] }),
      ];
      const form = forms[n % forms.length];
      if (form !== undefined) appendAudit(tx, form);
    }
  });
}

/** What a verification finds in the store as it lies there. */
export async function found(store: StoreFile, known: { seq: number; hash: string } | null = null) {
  const { findings } = await verifyTrail(store.db, { known }, store.raw);
  return findings;
}

/** Does to the file what no act of Shuke can: its guards are gone. */
export function unguarded({ raw }: Pick<StoreFile, 'raw'>): void {
  const triggers = raw
    .prepare<[], string>(`select name from sqlite_schema where type = 'trigger'`)
    .pluck()
    .all();
  for (const name of triggers) raw.exec(`drop trigger ${name}`);
  raw.pragma('foreign_keys = off');
  raw.pragma('ignore_check_constraints = on');
}

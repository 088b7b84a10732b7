import { appendAnswer, type GivenAnswer } from '@db/surveys/commands';
import { type BusinessDate, businessDate, instant } from '@domain/units';
import { idOf } from '../../support/member-rows';
import type { StoreFile } from '../../support/store-file';

export const OWNER = '0190a5d0-0000-7000-8000-000000000002';
let made = 0;

/** The next id of that kind. */
function nextId(kind: number): string {
  made += 1;
  return idOf(kind, made);
}

/** A further member of staff. */
export function aColleague(store: StoreFile, name: string): string {
  const id = nextId(40);
  store.raw
    .prepare("insert into staff (id, name, role, created_at) values (?, ?, 'cashier', ?)")
    .run(id, name, made);
  return id;
}

/** An answer of that day, about the owner unless told. */
export async function answered(
  store: StoreFile,
  on: string,
  answer: Partial<GivenAnswer> = {},
  times = 1,
): Promise<void> {
  const today: BusinessDate = businessDate(on);
  await store.db.transaction().execute(async (tx) => {
    for (let time = 0; time < times; time++) {
      await appendAnswer(
        tx,
        {
          ...{ memberId: null, purchaseId: null, taskId: null, channel: 'counter', servedBy: OWNER },
          ...{ satisfaction: 5, recommend: null, dimensions: {}, note: '' },
          ...answer,
        },
        {
          ...{ staffId: OWNER, now: instant(Date.parse(`${on}T04:00:00Z`)), today },
          newId: () => nextId(41),
        },
      );
    }
  });
}

/** Bills of 50 yuan on these days, sold by the owner unless told; imported ones were nobody's sale here. */
export function bought(
  store: StoreFile,
  memberId: string,
  days: readonly string[],
  { staffId = OWNER, importId = null }: { staffId?: string; importId?: string | null } = {},
): string[] {
  const insert = store.raw.prepare(
    `insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at, business_date,
       staff_id, import_id, recorded_at)
     values (?, ?, 5000, 5000, 5000, 1, ?, ?, ?, ?, 0)`,
  );
  return days.map((on) => {
    const id = nextId(42);
    insert.run(id, memberId, Date.parse(`${on}T12:00:00Z`), on, staffId, importId);
    return id;
  });
}

/** The bill goes back: as a whole, or in part. */
export function refunded(store: StoreFile, purchaseId: string, kind: 'all' | 'part' = 'all'): void {
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
         business_date, staff_id)
       select ?, id, member_id, ?, ?, ?, '', bought_at, business_date, staff_id from purchase where id = ?`,
    )
    .run(nextId(43), kind, kind === 'all' ? 5000 : 1000, kind === 'all' ? 5000 : 1000, purchaseId);
}

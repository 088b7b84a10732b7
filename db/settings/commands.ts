import type SQLite from 'better-sqlite3';
import type { StoreCalendar } from '../domain/calendar/business-day';
import type { VersionDraft } from '../domain/settings/change-rules';
import { DEFAULT_RULES, type ShopRules } from '../domain/settings/shop-rules';
import type { Instant } from '../domain/units';
import type { Tx } from '../schema';

export interface NewStore {
  readonly id: string;
  readonly name: string;
  readonly calendar: StoreCalendar;
  readonly sample: boolean;
  /** The first person at the counter: the owner. Further staff come with their PINs. */
  readonly owner: { readonly id: string; readonly name: string };
  readonly now: Instant;
  /** Its first rules; with the Chinese names of coupons and gifts unless told. */
  readonly rules?: ShopRules;
}

/** The first rows of a new store: itself, its owner, the default rules. */
export function fillNewStore(raw: SQLite.Database, store: NewStore): void {
  raw
    .prepare(
      'insert into store (only_row, id, name, zone, day_start_hour, sample, created_at) values (1, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      store.id,
      store.name,
      store.calendar.zone,
      store.calendar.dayStartHour,
      store.sample ? 1 : 0,
      store.now,
    );
  raw
    .prepare("insert into staff (id, name, role, created_at) values (?, ?, 'owner', ?)")
    .run(store.owner.id, store.owner.name, store.now);
  raw
    .prepare('insert into rule_version (rules, staff_id, made_at) values (?, ?, ?)')
    .run(JSON.stringify(store.rules ?? DEFAULT_RULES), store.owner.id, store.now);
}

/** A change of rules is a new version from a day on; entries made under an older one keep it. Answers the new version. */
export async function appendRules(
  tx: Tx,
  { rules, effectiveFrom }: VersionDraft,
  by: { readonly staffId: string; readonly now: Instant },
): Promise<number> {
  const row = await tx
    .insertInto('rule_version')
    .values({
      rules: JSON.stringify(rules),
      staff_id: by.staffId,
      made_at: by.now,
      effective_from: effectiveFrom,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function renameStore(tx: Tx, name: string): Promise<void> {
  await tx.updateTable('store').set({ name }).execute();
}

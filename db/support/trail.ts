import type { Reader } from '../schema';

/** How far the audit trail goes, and what the last day close has sealed of it. */
export async function trailFacts(
  db: Reader,
): Promise<readonly (readonly [string, string | number | null])[]> {
  const head = await db
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const close = await db
    .selectFrom('day_close')
    .select(['business_date', 'round', 'audit_seq', 'audit_hash'])
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return [
    ['audit entries', head?.seq ?? 0],
    ['audit head', head?.hash ?? null],
    ['last day close', close === undefined ? null : `${close.business_date} round ${close.round}`],
    ['sealed by it', close === undefined ? null : `${close.audit_seq} ${close.audit_hash}`],
  ];
}

import type { Subject, SubjectKind } from '../domain/audit/entry';
import type { Reader } from '../schema';

type Label = (subject: Subject) => string | null;
type Named = { readonly id: string; readonly label: string | null };

/**
 * How what entries are about is called today. The trail itself keeps ids only, so whoever is erased has
 * no name here either.
 */
export async function labelsOf(db: Reader, subjects: readonly Subject[]): Promise<Label> {
  const labels = new Map<string, string | null>();
  for (const [kind, name] of Object.entries(NAMES)) {
    const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ id }) => id))];
    if (ids.length === 0) continue;
    for (const { id, label } of await name(db, ids)) labels.set(`${kind} ${id}`, label);
  }
  return ({ kind, id }) => labels.get(`${kind} ${id}`) ?? null;
}

const NAMES: { readonly [Kind in SubjectKind]?: (db: Reader, ids: string[]) => Promise<Named[]> } = {
  member: async (db, ids) => {
    const rows = await db
      .selectFrom('member')
      .select(['id', 'name', 'member_no'])
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ id, name, member_no }) => ({ id, label: name === '' ? member_no : name }));
  },
  purchase: (db, ids) =>
    db.selectFrom('purchase').select(['id', 'receipt_no as label']).where('id', 'in', ids).execute(),
  coupon: (db, ids) =>
    db.selectFrom('coupon').select(['id', 'name as label']).where('id', 'in', ids).execute(),
  complaint: async (db, ids) => {
    const rows = await db.selectFrom('complaint').select(['id', 'number']).where('id', 'in', ids).execute();
    return rows.map(({ id, number }) => ({ id, label: `#${number}` }));
  },
  staff: (db, ids) => db.selectFrom('staff').select(['id', 'name as label']).where('id', 'in', ids).execute(),
  rules: async (_db, ids) => ids.map((id) => ({ id, label: id })),
  segment: (db, ids) =>
    db.selectFrom('segment').select(['id', 'name as label']).where('id', 'in', ids).execute(),
  import: (db, ids) =>
    db.selectFrom('import_batch').select(['id', 'file_name as label']).where('id', 'in', ids).execute(),
  day: async (db, ids) => {
    const rows = await db
      .selectFrom('day_close')
      .select(['id', 'business_date', 'round'])
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ id, business_date, round }) => ({ id, label: `${business_date} · ${round}` }));
  },
};

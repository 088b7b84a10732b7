import type SQLite from 'better-sqlite3';
import { indexText } from '../domain/complaints/search-text';
import { prepared } from '../prepared';
import type { Tx } from '../schema';

/** Complaints are indexed in lists of so many when many are missing. */
const STEP = 500;

/** All that is said in a complaint, in one row; the member's name stands with it, so that a rename renews it. */
interface SaidRow {
  readonly number: number;
  readonly texts: string;
  readonly notes: string;
}

const SAID = `
  select c.number,
    json_array(coalesce(m.name, ''), c.product, c.what, c.wish, c.result, c.cause, c.measure) as texts,
    (select json_group_array(note) from complaint_event e where e.complaint_id = c.id and e.note <> '') as notes
  from complaint c left join member m on m.id = c.member_id`;

/** The plus keeps SQLite from planning a statement anew for every value. */
const SAID_IN = `${SAID} where c.id = +?`;
const SAID_BY = `${SAID} where c.member_id = +? and c.member_id is not null`;
const SAID_AFTER = `${SAID} where c.number > +? order by c.number limit ${STEP}`;

/** The row of a complaint that has one already is replaced. */
const WRITE = 'insert or replace into complaint_text (rowid, text) values (?, ?)';

/** Renews what the search knows of a complaint; every command that writes a word into one ends with it. */
export function indexComplaint(tx: Tx, complaintId: string): void {
  renew(tx, SAID_IN, complaintId);
}

/** The same for all complaints of a member, whose name was changed or erased. */
export function indexComplaintsOf(tx: Tx, memberId: string): void {
  renew(tx, SAID_BY, memberId);
}

function renew(tx: Tx, said: string, id: string): void {
  for (const row of prepared<SaidRow>(tx, said).all(id)) prepared(tx, WRITE).run(row.number, textOf(row));
}

/**
 * Indexes the complaints that the index does not reach yet: those of a store from before there was one,
 * and those that were written past the commands. Numbers are given one after the other, so the highest
 * one in the index tells. Run when a store opens; costs nothing when nothing is missing.
 */
export function indexMissingComplaints(raw: SQLite.Database): number {
  const said = raw.prepare<[number], SaidRow>(SAID_AFTER);
  const write = raw.prepare(WRITE);
  const highest = raw.prepare<[], number>(
    'select coalesce((select rowid from complaint_text order by rowid desc limit 1), 0)',
  );
  let indexed = 0;
  raw.transaction(() => {
    let last = highest.pluck().get() ?? 0;
    for (let rows = said.all(last); rows.length > 0; rows = said.all(last)) {
      for (const row of rows) {
        write.run(row.number, textOf(row));
        last = row.number;
      }
      indexed += rows.length;
    }
  })();
  return indexed;
}

function textOf({ texts, notes }: SaidRow): string {
  // Both are arrays of texts by the SQL above.
  return indexText([...(JSON.parse(texts) as string[]), ...(JSON.parse(notes) as string[])]);
}

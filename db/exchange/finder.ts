import type SQLite from 'better-sqlite3';
import type { Tier } from '../domain/tiers/tier';
import { type BusinessDate, businessDate } from '../domain/units';
import type { FoundMember } from './sink';

/** As an array: making an object of nine names takes as long as the search. */
type Row = [
  n: number,
  id: string,
  name: string,
  cardNo: string | null,
  phone: string | null,
  externalId: string | null,
  tier: Tier,
  joinedOn: string,
  own: 0 | 1,
];

const days = new Map<string, BusinessDate>();

/** Members of one table (the store's, or a dry run's own) by what they are known by. */
export class Finder {
  private readonly card: SQLite.Statement<[string], Row>;
  private readonly phone: SQLite.Statement<[string], Row>;
  private readonly external: SQLite.Statement<[string], Row>;

  constructor(raw: SQLite.Database, table: 'main.member' | 'temp.draft_member', batchId: string) {
    const own = table === 'temp.draft_member' ? '1' : `(import_id is '${batchId.replace(/'/g, '')}')`;
    // `+?`: a bare parameter beside a partial index makes SQLite plan the statement anew at every run.
    const by = (column: string) =>
      raw
        .prepare<[string], Row>(
          `select n, id, name, card_no, phone, external_id, tier, joined_on, ${own}
           from ${table} where ${column} = +? and state = 'active'`,
        )
        .raw();
    this.card = by('card_no');
    this.phone = by('phone');
    this.external = by('external_id');
  }

  byCard = (cardNo: string) => found(this.card.get(cardNo));
  byPhone = (phone: string) => this.phone.all(phone).map(memberFrom);
  byExternalId = (externalId: string) => found(this.external.get(externalId));
}

const found = (row: Row | undefined) => (row === undefined ? undefined : memberFrom(row));

const memberFrom = ([n, id, name, cardNo, phone, externalId, tier, joinedOn, own]: Row): FoundMember => ({
  n,
  id,
  name,
  cardNo,
  phone,
  externalId,
  tier,
  joinedOn: dayFrom(joinedOn),
  own: own === 1,
});

/** A few thousand days stand in every row of a store: each is checked once. */
function dayFrom(text: string): BusinessDate {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = businessDate(text);
  days.set(text, day);
  return day;
}

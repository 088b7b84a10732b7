import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';

/** Of each kind, the most used ones: more nobody looks through. */
const MOST = 300;
/** Bills whose products are counted: some months of a busy shop, read in a moment. */
const LAST_BILLS = 20_000;

interface Word {
  readonly word: string;
  readonly members: number;
}

/** What there is to choose from when a segment is built, most used first. */
export interface Vocabulary {
  readonly tags: readonly Word[];
  readonly interests: readonly Word[];
  readonly occupations: readonly Word[];
  readonly products: readonly { readonly word: string; readonly bills: number }[];
  readonly advisers: readonly { readonly id: string; readonly name: string; readonly members: number }[];
  readonly clusters: readonly { readonly cluster: number; readonly members: number }[];
}

const words = (column: string, table: string): Reading<readonly Word[]> =>
  rows<Word>(
    `select ${column} as word, count(*) as members from ${table} where ${column} <> ''
     group by ${column} order by members desc, word limit ${MOST}`,
  );

export async function vocabulary(db: Reader, _asked: object): Promise<Vocabulary> {
  return {
    tags: await readOn(db, words('tag', 'member_tag')),
    interests: await readOn(db, words('interest', 'member_interest')),
    occupations: await readOn(db, words('occupation', 'member_profile')),
    products: await readOn(
      db,
      rows<Vocabulary['products'][number]>(
        `select line.product as word, count(distinct line.purchase_id) as bills
         from (select id from purchase order by seq desc limit ${LAST_BILLS}) last
         cross join purchase_line line on line.purchase_id = last.id
         where line.product <> '' group by line.product order by bills desc, word limit ${MOST}`,
      ),
    ),
    advisers: await readOn(
      db,
      rows<Vocabulary['advisers'][number]>(
        `select staff.id, staff.name, count(*) as members from member join staff on staff.id = member.adviser_id
         where member.adviser_id is not null and member.state = 'active'
         group by staff.id order by members desc, staff.name`,
      ),
    ),
    clusters: await readOn(
      db,
      rows<Vocabulary['clusters'][number]>(
        `select i.cluster, count(*) as members from member_lookup l cross join member_insight i on i.n = l.n
         where i.cluster is not null group by i.cluster order by i.cluster`,
      ),
    ),
  };
}

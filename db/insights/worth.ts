import { CLASSES, type CustomerClass, STAGES, type Stage } from '../domain/insights/words';
import { type Fen, fen } from '../domain/units';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';

/** What the coming 12 months should bring from some members: purchases, and their discounted money (S16). */
export interface Foretold {
  readonly members: number;
  readonly purchases: number;
  /** Null where the model knows nothing of money. */
  readonly money: Fen | null;
}

/** The model's word on the members of the last run; members it says nothing of are in none of the numbers. */
export interface Worth {
  readonly byClass: (Foretold & { readonly class: CustomerClass })[];
  readonly byStage: (Foretold & { readonly stage: Stage })[];
  /** How likely they come again: ten bands from `from` up to `to` per cent, both included (S19). */
  readonly alive: { readonly from: number; readonly to: number; readonly members: number }[];
}

interface Alike {
  readonly class: CustomerClass;
  readonly stage: Stage;
  readonly tenth: number;
  readonly members: number;
  readonly milli: number;
  readonly money: number | null;
}

/** One pass over those who are members still. */
const ALIKE = `select i.class, i.stage, min(i.alive / 100, 9) as tenth, count(*) as members,
    sum(i.expected_milli) as milli, sum(i.expected_fen) as money
  from member_lookup l cross join member_insight i on i.n = l.n
  where i.alive is not null
  group by 1, 2, 3`;

/** Null where the last run had no model. Long at a million members. */
export async function worthOfMembers(
  db: Reader,
  _asked: Readonly<Record<string, never>>,
): Promise<Worth | null> {
  const all = await readOn(db, rows<Alike>(ALIKE));
  if (all.length === 0) return null;
  const of = (belongs: (one: Alike) => boolean) => foretold(all.filter(belongs));
  return {
    byClass: CLASSES.map((name) => ({ class: name, ...of((one) => one.class === name) })),
    byStage: STAGES.map((stage) => ({ stage, ...of((one) => one.stage === stage) })),
    alive: Array.from({ length: 10 }, (_, tenth) => ({
      from: tenth * 10,
      to: tenth === 9 ? 100 : tenth * 10 + 9,
      members: of((one) => one.tenth === tenth).members,
    })),
  };
}

function foretold(some: readonly Alike[]): Foretold {
  let [members, milli, money] = [0, 0, 0];
  let knowsMoney = false;
  for (const one of some) {
    members += one.members;
    milli += one.milli;
    knowsMoney ||= one.money !== null;
    money += one.money ?? 0;
  }
  return { members, purchases: milli / 1000, money: knowsMoney ? fen(money) : null };
}

import { baseScore, traitsIn } from '../domain/insights/base';
import { type Drift, driftOf } from '../domain/insights/drift';
import { relationOf } from '../domain/insights/relation';
import {
  CLASSES,
  type CustomerClass,
  type Relation,
  RFM_GROUPS,
  type RfmGroup,
  STAGES,
  type Stage,
  TRAITS,
  type Trait,
  VALUES,
  type ValueLevel,
} from '../domain/insights/words';
import type { InsightRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Fen, fen } from '../domain/units';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

/** The members of the last run, counted in every way that the screens show. */
export interface Views {
  readonly asOf: BusinessDate;
  readonly members: number;
  readonly classes: { class: CustomerClass; members: number; before: number }[];
  readonly drift: Drift;
  readonly values: { value: ValueLevel; members: number; money: Fen; moneyPerMille: number }[];
  readonly stages: { stage: Stage; relation: Relation; members: number }[];
  readonly rfm: {
    readonly groups: { group: RfmGroup; members: number; money: Fen }[];
    readonly grid: { recency: number; frequency: number; members: number; money: Fen }[];
  };
  readonly clusters: { cluster: number; members: number }[];
  readonly base: {
    readonly from: number;
    readonly members: number;
    readonly scores: { score: number; members: number }[];
    readonly traits: { trait: Trait; members: number }[];
  };
}

/** Members who are alike in everything that is counted. */
interface Alike {
  readonly class: CustomerClass;
  readonly class_before: CustomerClass | null;
  readonly recency_score: number | null;
  readonly frequency_score: number | null;
  readonly rfm_group: RfmGroup | null;
  readonly value: ValueLevel;
  readonly stage: Stage;
  readonly traits: number;
  readonly cluster: number | null;
  readonly members: number;
  readonly money: number;
}

/** Those of the run who are members still: one pass over all of them, whatever is counted. */
const ALIKE = `select i.class, i.class_before, i.recency_score, i.frequency_score, i.rfm_group,
    i.value, i.stage, i.traits, i.cluster, count(*) as members, sum(i.year_fen) as money
  from member_lookup l cross join member_insight i on i.n = l.n
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

/** Everything that the views count (S01-S14, S23, S25); null before the first run. Long at a million members. */
export async function insightViews(
  db: Reader,
  { today }: { readonly today: BusinessDate },
): Promise<Views | null> {
  const { rules } = await currentRules(db, today);
  return readOn(db, viewsOf(rules.insights));
}

function* viewsOf(rules: InsightRules): Reading<Views | null> {
  const [run] = yield* rows<{ as_of: string }>('select as_of from insight_run');
  if (run === undefined) return null;
  const all = yield* rows<Alike>(ALIKE);
  const counted = new Counts(all);
  return {
    asOf: businessDate(run.as_of),
    members: counted.members(),
    classes: CLASSES.map((name) => ({
      class: name,
      members: counted.members((one) => one.class === name),
      before: counted.members((one) => one.class_before === name),
    })),
    drift: driftOf(driftPairs(counted)),
    values: valueRows(counted),
    stages: STAGES.map((stage) => ({
      stage,
      relation: relationOf(stage),
      members: counted.members((one) => one.stage === stage),
    })),
    rfm: {
      groups: RFM_GROUPS.map((group) => ({ group, ...counted.both((one) => one.rfm_group === group) })),
      grid: BANDS.flatMap((recency) =>
        BANDS.map((frequency) => ({
          recency,
          frequency,
          ...counted.both((one) => one.recency_score === recency && one.frequency_score === frequency),
        })),
      ),
    },
    clusters: clusterRows(counted),
    base: baseRows(counted, rules.baseFrom),
  };
}

/** Best first. */
const BANDS = [5, 4, 3, 2, 1];

class Counts {
  constructor(private readonly all: readonly Alike[]) {}

  members(of: (one: Alike) => boolean = () => true): number {
    return this.both(of).members;
  }

  /** How many groups there are, up to the last that has anybody. */
  clusters(): number {
    return this.all.reduce((most, { cluster }) => Math.max(most, (cluster ?? -1) + 1), 0);
  }

  both(of: (one: Alike) => boolean): { members: number; money: Fen } {
    let [members, money] = [0, 0];
    for (const one of this.all) {
      if (!of(one)) continue;
      members += one.members;
      money += one.money;
    }
    return { members, money: fen(money) };
  }
}

const driftPairs = (counted: Counts) =>
  [...CLASSES, null].flatMap((from) =>
    CLASSES.map((to) => ({
      from,
      to,
      members: counted.members((one) => one.class_before === from && one.class === to),
    })).filter(({ members }) => members > 0),
  );

function valueRows(counted: Counts): Views['values'] {
  const values = VALUES.map((value) => ({ value, ...counted.both((one) => one.value === value) }));
  const total = values.reduce((sum, { money }) => sum + money, 0);
  return values.map((row) => ({
    ...row,
    moneyPerMille: total === 0 ? 0 : Math.round((row.money / total) * 1000),
  }));
}

/** Groups are numbered from 0; one whose members have all gone since the run is still one of them. */
const clusterRows = (counted: Counts): Views['clusters'] =>
  Array.from({ length: counted.clusters() }, (_, cluster) => ({
    cluster,
    members: counted.members((one) => one.cluster === cluster),
  }));

const baseRows = (counted: Counts, from: number): Views['base'] => ({
  from,
  members: counted.members((one) => baseScore(one.traits) >= from),
  scores: [0, 1, 2, 3, 4].map((score) => ({
    score,
    members: counted.members((one) => baseScore(one.traits) === score),
  })),
  traits: TRAITS.map((trait) => ({
    trait,
    members: counted.members((one) => traitsIn(one.traits).includes(trait)),
  })),
});

import { dateOfDay } from '../domain/calendar/business-day';
import { billsUpTo, type Histories } from '../domain/insights/history';
import { type Judged, NONE, NONE_8 } from '../domain/insights/judged';
import { CLASSES, RFM_GROUPS, STAGES, VALUES } from '../domain/insights/words';

/** A column of `member_insight` as a run has it and as the store does. */
export interface RowColumn {
  readonly name: string;
  /** In the order of `Histories.n`. */
  readonly values: ArrayLike<number>;
  /** The value that stands for no answer, null in the store; null where there always is one. */
  readonly none: number | null;
  /** What the store says for a value: a word, a date, or the number itself. */
  readonly stored: (value: number) => string | number;
  /** The stored column as the number that it was, in SQL. */
  readonly read: string;
}

type Shape = Pick<RowColumn, 'name' | 'values' | 'none'>;

const numbers = (name: string, values: ArrayLike<number>, none: number | null = null): RowColumn => ({
  ...{ name, values, none, read: name },
  stored: (value) => value,
});

const words = (of: Shape, list: readonly string[]): RowColumn => ({
  ...of,
  stored: (value) => list[value] ?? '',
  read: `case ${of.name} ${list.map((word, place) => `when '${word}' then ${place}`).join(' ')} end`,
});

const dates = (of: Shape): RowColumn => {
  const known = new Map<number, string>();
  return {
    ...of,
    stored: (day) => {
      const text = known.get(day) ?? dateOfDay(day);
      known.set(day, text);
      return text;
    },
    read: `(unixepoch(${of.name}) / 86400)`,
  };
};

/** All columns of `member_insight` but the number of the member; bills after `asOf` are in none of them. */
export function rowColumns(
  histories: Histories,
  asOf: number,
  judged: Judged,
  referrals: Int32Array,
): readonly RowColumn[] {
  const { first, last, bills, spent } = sumsOf(histories, asOf);
  return [
    words({ name: 'class', values: judged.class, none: null }, CLASSES),
    words({ name: 'class_before', values: judged.classBefore, none: NONE_8 }, CLASSES),
    numbers('excluded', judged.excluded),
    numbers('recency_score', judged.recencyScore, NONE_8),
    numbers('frequency_score', judged.frequencyScore, NONE_8),
    numbers('money_score', judged.moneyScore, NONE_8),
    words({ name: 'rfm_group', values: judged.rfmGroup, none: NONE_8 }, RFM_GROUPS),
    words({ name: 'value', values: judged.value, none: null }, VALUES),
    words({ name: 'stage', values: judged.stage, none: null }, STAGES),
    numbers('traits', judged.traits),
    numbers('cluster', judged.cluster, NONE_8),
    dates({ name: 'first_on', values: first, none: NONE }),
    dates({ name: 'last_on', values: last, none: NONE }),
    numbers('bills', bills),
    numbers('spent_fen', spent),
    numbers('year_bills', judged.yearBills),
    numbers('year_fen', judged.yearFen),
    numbers('usual_gap', judged.usualGap, NONE),
    numbers('alive', judged.alive, NONE),
    numbers('expected_milli', judged.expectedMilli, NONE),
    numbers('expected_fen', judged.expectedFen, NONE),
    numbers('warned', judged.warned),
    numbers('referrals', referrals),
  ];
}

/** First and last day, number and money of the bills of each member up to and on a day. */
function sumsOf(histories: Histories, asOf: number) {
  const { n, start, day, fen } = histories;
  const [first, last] = [new Int32Array(n.length).fill(NONE), new Int32Array(n.length).fill(NONE)];
  const [bills, spent] = [new Int32Array(n.length), new Float64Array(n.length)];
  for (let i = 0; i < n.length; i++) {
    const [from, to] = [start[i] ?? 0, billsUpTo(histories, i, asOf)];
    if (from === to) continue;
    first[i] = day[from] ?? NONE;
    last[i] = day[to - 1] ?? NONE;
    bills[i] = to - from;
    let sum = 0;
    for (let bill = from; bill < to; bill++) sum += fen[bill] ?? 0;
    spent[i] = sum;
  }
  return { first, last, bills, spent };
}

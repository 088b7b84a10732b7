import type { PercentWithin } from './percent';

/**
 * The order of the ranking (S87): who is surest to leave customers content comes first. It goes by the
 * lower end of the interval, so that two good answers do not stand above two hundred; who has no answers
 * comes last, by sales.
 */
export const byCertainSatisfaction = (a: Ranked, b: Ranked): number =>
  (b.satisfaction?.low ?? -1) - (a.satisfaction?.low ?? -1) ||
  b.sales - a.sales ||
  (a.name < b.name ? -1 : 1);

interface Ranked {
  readonly name: string;
  readonly sales: number;
  readonly satisfaction: PercentWithin | null;
}

import type { Till } from '../e2e/support/till';
import { INSIGHT_STOPS } from '../e2e/support/tour-insight';

type Take = (name: string, words: string) => Promise<void>;

/** Every view of insight, the way the tour goes through them. */
export async function insight(till: Till, take: Take): Promise<void> {
  for (const { name, go } of INSIGHT_STOPS) {
    await go(till);
    await take(`insight-${name.replace(/^insight: /, '').replace(/\W+/g, '-')}`, name);
  }
  // Half-built, it would wait there for the next one.
  await till.press('Escape');
}

import { CHURN_REASONS } from '@domain/care/task';
import { REFERENCE_SHARES } from '@domain/care/win-back';
import { useCarePart } from '@renderer/app/care/care-state';
import { comparedRows } from '@renderer/features/care/results-rows';
import { screen, within } from '@testing-library/react';
// The charts are a large library: they are loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import '@renderer/features/care/screens/results';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { openWindow, words } from '../support/window';

beforeEach(() => useCarePart.setState({ part: 'results' }));

const kind = (more: object = {}) => ({
  kind: 'churn' as const,
  made: 200,
  contacted: 90,
  done: 80,
  lapsed: 20,
  dropped: 5,
  contactedBought: { bought: 30, of: 40 },
  taskedBought: { bought: 56, of: 70 },
  controlBought: { bought: 48, of: 80 },
  contactedInterval: [60, 86] as [number, number],
  taskedInterval: [69, 88] as [number, number],
  controlInterval: [49, 70] as [number, number],
  ...more,
});
const results = (more: object = {}) => ({
  kinds: [
    kind(),
    kind({
      kind: 'birthday',
      ...{ taskedBought: null, taskedInterval: null, controlBought: null, controlInterval: null },
    }),
  ],
  outcomes: [
    { outcome: 'reached', count: 30 },
    { outcome: 'no_answer', count: 10 },
  ],
  churnReasons: CHURN_REASONS.map((reason) => ({
    reason,
    count: reason === 'indifference' ? 3 : 0,
    reference: REFERENCE_SHARES[reason],
  })),
  ...more,
});

async function atResults(more: Replies = {}) {
  const opened = await openWindow({ 'care.results': () => results(), ...more });
  await opened.user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('region', { name: words('care:results.bought') });
  return opened;
}
const part = (question: string) => screen.getByRole('region', { name: words(`care:results.${question}`) });
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

describe('what came of care', () => {
  it('says in words whether those with a task bought more for certain', async () => {
    await atResults();
    expect(part('bought').textContent).toContain(
      `${words('care:kind.churn')}${words('care:results.verdict_above', { points: '20' })}`,
    );
  });

  it.each([
    ['certain the other way', { bought: 48, of: 80 }, { bought: 56, of: 70 }, 'below'],
    ['too few to tell', { bought: 3, of: 4 }, { bought: 1, of: 4 }, 'unknown'],
    ['nobody of one side yet', { bought: 3, of: 4 }, { bought: 0, of: 0 }, 'too_early'],
  ])('%s', (_what, taskedBought, controlBought, verdict) => {
    expect(comparedRows([kind({ taskedBought, controlBought })]).map((row) => row.verdict)).toEqual([
      verdict,
    ]);
  });

  it('compares only kinds of which some are left out by lot', () => {
    expect(comparedRows(results().kinds).map((row) => row.kind)).toEqual(['churn']);
  });

  it('has a chart for each question and its figures one key away', async () => {
    const { user } = await atResults();
    for (const chart of ['boughtChart', 'outcomesChart', 'reasonsChart'])
      expect(screen.getByRole('img', { name: words(`care:results.${chart}`) })).toBeDefined();
    await user.keyboard('{F6}');
    expect(cellsOf(screen.getByRole('grid', { name: words('care:results.boughtTable') }))).toEqual([
      [words('care:kind.churn'), '80%（69–88），70 人', '60%（49–70），80 人', '+20（+5 到 +33）'],
    ]);
    expect(cellsOf(screen.getByRole('grid', { name: words('care:results.outcomesTable') }))).toEqual([
      [words('care:outcome.reached'), '30', '75.0%'],
      [words('care:outcome.no_answer'), '10', '25.0%'],
    ]);
  });

  it('S90 the shop’s own reasons stand beside the reference', async () => {
    const { user } = await atResults();
    await user.keyboard('{F6}');
    const rows = cellsOf(screen.getByRole('grid', { name: words('care:results.reasonsTable') }));
    expect(rows.at(-1)).toEqual([words('care:reason.indifference'), '3', '100.0%', '68%']);
  });

  it('`?` tells how the figures are counted', async () => {
    const { user } = await atResults();
    await user.click(screen.getByRole('button', { name: new RegExp(words('care:results.bought')) }));
    expect((await screen.findByRole('dialog')).textContent).toContain('95%');
  });

  it('teaches while nothing is known', async () => {
    await atResults({
      'care.results': () => results({ kinds: [], outcomes: [], churnReasons: [] }),
    });
    expect(part('bought').textContent).toContain(words('care:results.boughtNone'));
    expect(part('outcomes').textContent).toContain(words('care:results.outcomesNone'));
  });
});

import { rebuildHistories } from '@db/insights/rebuild';
import { connect } from '@db/open';
import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { DAYS, fillLarge } from '../support/large-store';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type BenchTable, median, ms } from './table';

const MEMBERS = 100_000;
const BILLS = 2_500_000;
const RUNS = 5;
const TODAY = businessDate('2026-05-18');

/** The owner's page where a year has a million bills. */
export default async function overview(): Promise<BenchTable> {
  await prepareWorkers('read-job');
  const shop = await aShop();
  try {
    await fill(shop);
    const { client } = shop;
    const month = { from: businessDate('2026-05-01'), to: TODAY };
    const year = { from: addDays(TODAY, -364), to: TODAY };
    return {
      title: "The owner's page",
      columns: ['', 'median', 'worst'],
      rows: [
        ['today, against a week ago', ...(await times(() => client.overview.today({})))],
        ['figures of this month', ...(await times(() => client.overview.figures(month)))],
        ['figures of a year, with the year before', ...(await times(() => client.overview.figures(year)))],
        [
          'customers of this month, and twelve months',
          ...(await times(() => client.overview.customers(month))),
        ],
        ['key figures of this month', ...(await times(() => client.overview.indicators(month)))],
        [
          'key figures of a year, with the year before',
          ...(await times(() => client.overview.indicators(year))),
        ],
      ],
      notes: [
        `${MEMBERS} members, ${BILLS} bills over ${DAYS} days: some ${Math.round(BILLS / DAYS)} a day.`,
        'Each is read in a thread of its own, the start of which is in its time.',
      ],
    };
  } finally {
    await shop.close();
  }
}

async function times(ask: () => Promise<unknown>): Promise<[string, string]> {
  const took: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  return [ms(median(took)), ms(Math.max(...took))];
}

async function fill(shop: TestShop): Promise<void> {
  const raw = shop.raw();
  fillLarge(raw, { members: MEMBERS, bills: BILLS, until: TODAY, points: false });
  const { opened } = shop.main.app.session.shop();
  const reader = connect(opened.path, { readonly: true });
  try {
    await rebuildHistories(raw, reader, opened.turn);
  } finally {
    reader.close();
  }
}

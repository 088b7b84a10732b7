import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { chances, crowd, idOf, insertBills, insertMembers, visits } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type BenchTable, median, ms } from './table';

const MEMBERS = 100_000;
const BILLS = 1_000_000;
const ANSWERS = 100_000;
const RUNS = 5;
const TODAY = businessDate('2026-05-18');

/** What customers said in a year, beside two years of bills: results, ranking, changes and a page of answers. */
export default async function surveys(): Promise<BenchTable> {
  await prepareWorkers('read-job');
  const shop = await aShop();
  try {
    fill(shop);
    const { client } = shop;
    const year = { from: addDays(TODAY, -364), to: TODAY };
    const quarter = { from: addDays(TODAY, -89), to: TODAY };
    const page = { ...year, lowOnly: true, offset: 0, limit: 50 };
    return {
      title: 'Surveys: results, ranking, changes',
      columns: ['', 'median', 'worst'],
      rows: [
        ['results of 90 days, with loyalty', ...(await times(() => client.surveys.results(quarter)))],
        ['results of a year, with loyalty', ...(await times(() => client.surveys.results(year)))],
        ['ranking of 90 days, with who came back', ...(await times(() => client.surveys.ranking(quarter)))],
        ['ranking of a year, with who came back', ...(await times(() => client.surveys.ranking(year)))],
        ['changes, before and after', ...(await times(() => client.surveys.changes({})))],
        [
          'a page of low answers of a year (main thread)',
          ...(await times(() => client.surveys.answers(page))),
        ],
      ],
      notes: [
        `${MEMBERS} members, ${BILLS} bills over two years, ${ANSWERS} answers over a year, three dimensions each, 50 changes.`,
        'All but the page of answers are read in a thread of their own.',
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

const DIMENSIONS = ['range', 'price', 'caring', 'timely', 'warmth', 'value'] as const;

function fill(shop: TestShop): void {
  const raw = shop.raw();
  raw.pragma('synchronous = off'); // nobody sells yet
  const chance = chances(7);
  const staffId = raw.prepare<[], string>('select id from staff').pluck().get();
  const members = insertMembers(raw, crowd(MEMBERS));
  // In the order in which a shop sells.
  const bills = [...visits(members, BILLS, TODAY)].sort((a, b) => (a.on < b.on ? -1 : 1));
  insertBills(raw, bills);
  const answer = raw.prepare(
    `insert into survey_answer (id, member_id, channel, satisfaction, recommend, served_by, business_date, at, staff_id)
     values (?, ?, 'counter', ?, ?, ?, ?, ?, ?)`,
  );
  const score = raw.prepare(
    'insert into survey_score (answer_id, dimension, score, business_date) values (?, ?, ?, ?)',
  );
  const change = raw.prepare(
    `insert into service_change (id, heard, changed, dimension, since, at, staff_id) values (?, '-', '-', ?, ?, 0, ?)`,
  );
  raw.transaction(() => {
    for (let n = 0; n < ANSWERS; n++) {
      const [id, on] = [idOf(8, n), addDays(TODAY, -364 + Math.floor((n * 365) / ANSWERS))];
      const [content, recommends] = [5 - Math.floor(chance() ** 3 * 5), 10 - Math.floor(chance() ** 2 * 11)];
      answer.run(id, members[n], content, recommends, staffId, on, Date.parse(on), staffId);
      for (let at = 0; at < 3; at++) {
        score.run(id, DIMENSIONS[(n + at) % DIMENSIONS.length], 1 + Math.floor(chance() * 5), on);
      }
    }
    for (let n = 0; n < 50; n++) {
      change.run(idOf(9, n), n % 2 === 0 ? '' : DIMENSIONS[n % 6], addDays(TODAY, -7 * n), staffId);
    }
  })();
}

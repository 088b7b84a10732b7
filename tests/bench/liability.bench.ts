import { chances, crowd, idOf, insertMembers } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type BenchTable, median, ms } from './table';

const MEMBERS = 100_000;
const LOTS_EACH = 10;
const RUNS = 8;
const BAR_MS = 50;

/** What the shop owes in points, over every open lot, as the owner's screen asks for it; and how long main is away. */
export default async function liability(): Promise<BenchTable> {
  await prepareWorkers('read-job');
  const shop = await aShop();
  try {
    const open = fill(shop);
    const [took, away, idle]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run++) {
      const watch = watchMain();
      const start = performance.now();
      await shop.client.points.liability({});
      took.push(performance.now() - start);
      away.push(watch.longest());
      const beside = watchMain();
      await new Promise((resolve) => setTimeout(resolve, performance.now() - start));
      idle.push(beside.longest());
    }
    return {
      title: 'What is owed in points, by month',
      columns: ['', 'median', 'worst'],
      rows: [
        ['until the answer is there', ms(median(took)), ms(Math.max(...took))],
        ['main away from the counter at most', ms(median(away)), ms(Math.max(...away))],
        ['yardstick: the same time with nothing to do', ms(median(idle)), ms(Math.max(...idle))],
      ],
      notes: [
        `${MEMBERS} members, ${MEMBERS * LOTS_EACH} lots, ${open} of them open; read in a thread of its own.`,
        `Bar: main is never away for ${BAR_MS} ms.`,
      ],
    };
  } finally {
    await shop.close();
  }
}

/** The longest time in which main could not have answered anybody. */
function watchMain(): { readonly longest: () => number } {
  let last = performance.now();
  let longest = 0;
  let stopped = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!stopped) setImmediate(look);
  };
  setImmediate(look);
  return {
    longest: () => {
      stopped = true;
      return longest;
    },
  };
}

/** One opening a member, in lots that lapse over the coming year; every fifth lot is used up. */
function fill(shop: TestShop): number {
  const raw = shop.raw();
  const chance = chances(11);
  raw.pragma('synchronous = off'); // nobody sells yet
  const staffId = raw.prepare<[], string>('select id from staff').pluck().get();
  const members = insertMembers(raw, crowd(MEMBERS));
  const entry = raw.prepare(
    `insert into points_entry (id, member_id, kind, points, rule_version, at, business_date, staff_id)
     values (?, ?, ?, ?, 1, 0, '2026-01-01', ?)`,
  );
  const lot = raw.prepare(
    `insert into points_lot (id, member_id, entry_id, points, earned_on, last_day)
     values (?, ?, ?, 100, '2026-01-01', ?)`,
  );
  const move = raw.prepare(
    'insert into points_move (entry_id, member_id, lot_id, points) values (?, ?, ?, ?)',
  );
  raw.transaction(() => {
    for (const [n, id] of members.entries()) {
      const [earned, used] = [idOf(5, n), idOf(6, n)];
      entry.run(earned, id, 'opening', LOTS_EACH * 100, staffId);
      entry.run(used, id, 'redeem', -(LOTS_EACH / 5) * 100, staffId);
      for (let at = 0; at < LOTS_EACH; at++) {
        const lotId = idOf(7, n * LOTS_EACH + at);
        lot.run(lotId, id, earned, lastDay(chance()));
        move.run(earned, id, lotId, 100);
        if (at % 5 === 0) move.run(used, id, lotId, -100);
      }
    }
  })();
  return raw.prepare<[], number>('select count(*) from points_lot where remaining > 0').pluck().get() ?? 0;
}

/** The last day of one of the twelve months from May 2026 on; of few, never. */
function lastDay(chance: number): string | null {
  if (chance < 0.03) return null;
  return new Date(Date.UTC(2026, 5 + Math.floor(chance * 12), 0)).toISOString().slice(0, 10);
}

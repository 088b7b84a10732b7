import type SQLite from 'better-sqlite3';
import { addDays } from '../domain/calendar/business-day';
import type { EventKind, GuestState } from '../domain/invitations/event';
import { type BusinessDate, DAY_MS, type Instant, instant } from '../domain/units';
import type { Levels } from './levels';
import type { Member } from './people';
import { type Random, randomFrom, type Weighted, weighted } from './random';
import { inserter } from './rows';

interface Telling {
  readonly seed: number;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly members: readonly Member[];
  /** Ids of the members, by their place. */
  readonly ids: readonly string[];
  readonly levels: Levels;
  readonly ownerId: string;
  readonly newId: (at: Instant) => string;
}

interface Gathering {
  readonly name: string;
  readonly kind: EventKind;
  /** Days from today; negative = past. */
  readonly inDays: number;
  readonly startsAt: number;
  readonly place: string;
  readonly places: number;
  readonly note: string;
  readonly guests: number;
  /** What has become of the guests so far. */
  readonly states: Weighted<GuestState>;
}

const GATHERINGS: readonly Gathering[] = [
  {
    name: '秋季新品试吃会',
    kind: 'tasting',
    inDays: -41,
    startsAt: 15 * 60,
    place: '店内二楼',
    places: 30,
    note: '三款新面包、两款咖啡豆，请顾客打分',
    guests: 28,
    states: weighted([
      ['attended', 62],
      ['absent', 14],
      ['declined', 24],
    ]),
  },
  {
    name: '手冲咖啡体验课',
    kind: 'workshop',
    inDays: 9,
    startsAt: 14 * 60 + 30,
    place: '店内二楼',
    places: 12,
    note: '器具店里准备，每人带走一小袋豆子',
    guests: 14,
    states: weighted([
      ['coming', 45],
      ['invited', 40],
      ['declined', 15],
    ]),
  },
];

/** Events of the shop with whom it invited: loyal and VIP members who want to hear of offers (S47). */
export function writeGatherings(raw: SQLite.Database, telling: Telling): void {
  const random = randomFrom(telling.seed ^ 0x3c6ef372);
  const write = writersOn(raw);
  const invitable = telling.ids.filter(
    (id, place) => telling.levels.of(id) !== 'regular' && telling.members[place]?.marketing === 'given',
  );
  for (const gathering of GATHERINGS) {
    const madeAt = instant(telling.now + (gathering.inDays - 14) * DAY_MS);
    const id = telling.newId(madeAt);
    write.event({
      ...{
        id,
        name: gathering.name,
        kind: gathering.kind,
        held_on: addDays(telling.today, gathering.inDays),
      },
      ...{ starts_at: gathering.startsAt, place: gathering.place, places: gathering.places },
      ...{ note: gathering.note, made_at: madeAt, staff_id: telling.ownerId },
    });
    const changedAt = Math.min(telling.now, telling.now + gathering.inDays * DAY_MS);
    for (const memberId of someOf(invitable, gathering.guests, random)) {
      write.guest({
        ...{ event_id: id, member_id: memberId, state: gathering.states.draw(random) },
        ...{ changed_at: changedAt, staff_id: telling.ownerId },
      });
    }
  }
}

function someOf(ids: readonly string[], count: number, random: Random): readonly string[] {
  const left = [...ids];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.between(0, left.length - 1), 1),
  ).flat();
}

function writersOn(raw: SQLite.Database) {
  return {
    event: inserter(raw, 'shop_event', [
      'id',
      'name',
      'kind',
      'held_on',
      'starts_at',
      'place',
      'places',
      'note',
      'made_at',
      'staff_id',
    ]),
    guest: inserter(raw, 'event_guest', ['event_id', 'member_id', 'state', 'changed_at', 'staff_id']),
  };
}

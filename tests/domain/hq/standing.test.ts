import type { SeenPacket } from '@domain/hq/seen';
import { settle } from '@domain/hq/settle';
import { standingOf } from '@domain/hq/standing';
import { Refusal } from '@domain/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Made, makePackets } from './packets';

const DAY = 86_400_000;

const line = (many: number, fulls: readonly number[] = [1]): SeenPacket[] =>
  makePackets({ epoch: 'AAAAAA', startedAt: 0, many, fulls });

const without = (packets: readonly SeenPacket[], ...numbers: number[]) =>
  packets.filter(({ sequence }) => !numbers.includes(sequence));

const last = (packets: readonly SeenPacket[]): SeenPacket => packets.at(-1)!;

/** A copy of a packet with other content, as a second PC would make it. */
const rival = (packet: SeenPacket, suffix = "'"): SeenPacket => ({ ...packet, hash: packet.hash + suffix });

describe('exchange, At head office: one epoch', () => {
  it('counts from the first full to the last packet without a gap', () => {
    const packets = line(4);
    const { counted, missing, forks } = standingOf(packets, []);
    expect(counted).toMatchObject({ epoch: 'AAAAAA', fromEntry: 1, toEntry: last(packets).lastEntry });
    expect([missing, forks]).toEqual([[], []]);
  });

  it('holds what follows a hole, and names the hole', () => {
    const packets = line(6);
    const { counted, missing, states } = standingOf(without(packets, 3, 4), []);
    expect(counted?.last.sequence).toBe(2);
    expect(missing).toEqual([{ epoch: 'AAAAAA', from: 3, to: 4 }]);
    expect([states.get(packets[4]!.hash), states.get(packets[5]!.hash)]).toEqual(['held', 'held']);
  });

  it('knows of a missing first packet', () => {
    expect(standingOf(without(line(3), 1), [])).toMatchObject({
      counted: null,
      missing: [{ epoch: 'AAAAAA', from: 1, to: 1 }],
    });
  });

  it('a full after a hole counts at once and replaces all before it', () => {
    const packets = line(7, [1, 5]);
    const { counted, missing, states } = standingOf(without(packets, 3), []);
    expect(counted).toMatchObject({ fromEntry: packets[4]!.firstEntry, toEntry: last(packets).lastEntry });
    expect(missing).toEqual([]);
    expect(packets.map(({ hash }) => states.get(hash))).toEqual([
      'replaced',
      'replaced',
      undefined,
      'replaced',
      'counted',
      'counted',
      'counted',
    ]);
  });

  it('asks again for a packet that leaves entries out', () => {
    const [first, second] = line(2) as [SeenPacket, SeenPacket];
    const leaves = { ...second, firstEntry: second.firstEntry + 1 };
    expect(standingOf([first, leaves], [])).toMatchObject({
      counted: { toEntry: first.lastEntry },
      missing: [{ from: 2, to: 2 }],
    });
  });
});

describe('exchange, At head office: a fork in one epoch', () => {
  const packets = line(4);
  const other = rival(packets[2]!);

  it('one number with two hashes: nothing counts from there on, both are quarantined', () => {
    const { counted, forks, states } = standingOf([...packets, other], []);
    expect(counted?.last.sequence).toBe(2);
    expect(forks).toMatchObject([{ kind: 'sequence', sequence: 3 }]);
    expect([packets[2]!, packets[3]!, other].map(({ hash }) => states.get(hash))).toEqual(
      Array(3).fill('quarantined'),
    );
  });

  it('a packet that follows one that is not here is a fork at once', () => {
    const stranger = { ...packets[3]!, previous: other.hash };
    const { forks } = standingOf([...packets.slice(0, 3), stranger], []);
    const branches = [
      { hash: packets[2]!.hash, seen: true },
      { hash: other.hash, seen: false },
    ];
    expect(forks).toMatchObject([{ sequence: 3, branches }]);
  });

  it('once settled the kept one counts with what follows it, the other is dropped for good', () => {
    const seen = [...packets, other];
    const settlement = settle(standingOf(seen, []), seen, packets[2]!.hash);
    if (settlement instanceof Refusal) throw new Error(settlement.code);
    const more = { ...rival(packets[3]!), previous: other.hash };
    const { counted, forks, states } = standingOf([...seen, more], [settlement]);
    expect(counted?.last.sequence).toBe(4);
    expect(forks).toEqual([]);
    expect([states.get(other.hash), states.get(more.hash)]).toEqual(['dropped', 'dropped']);
  });

  it('after it was settled a full heals no hole unless it follows what was kept', () => {
    const long = line(8, [1, 7]);
    const twin = rival(long[2]!);
    const seen = [...without(long, 5), twin];
    const keep = { kind: 'sequence', epoch: 'AAAAAA', sequence: 3, keep: long[2]!.hash } as const;
    expect(standingOf(seen, [keep])).toMatchObject({
      counted: { last: { sequence: 4 } },
      missing: [{ from: 5, to: 5 }],
    });
    expect(standingOf([...seen, long[4]!], [keep]).counted?.last.sequence).toBe(8);
  });

  it('a person can only settle what is a fork', () => {
    expect(settle(standingOf(packets, []), packets, packets[0]!.hash)).toMatchObject({ code: 'no_fork' });
    const seen = [...packets, other];
    expect(settle(standingOf(seen, []), seen, packets[0]!.hash)).toMatchObject({
      code: 'not_of_fork',
      params: { forks: 1 },
    });
  });
});

describe('exchange, At head office: epochs', () => {
  const old = line(5);
  const goneOn = (parent: SeenPacket, startedAt: number, epoch = 'BBBBBB', many = 2): SeenPacket[] =>
    makePackets({ epoch, startedAt, many, parent });

  it('a restored backup goes on in a new epoch from the packet that was the last', () => {
    const next = goneOn(last(old), 4 * DAY);
    expect(standingOf([...old, ...next], [])).toMatchObject({
      counted: { epoch: 'BBBBBB', toEntry: last(next).lastEntry },
      forks: [],
      epochs: [
        { epoch: 'AAAAAA', state: 'replaced', lost: 0 },
        { epoch: 'BBBBBB', state: 'counts' },
      ],
    });
  });

  it('restored elsewhere: packets made before it began no longer count, and are counted as lost', () => {
    const next = goneOn(old[2]!, 10 * DAY);
    expect(standingOf([...old, ...next], [])).toMatchObject({
      counted: { epoch: 'BBBBBB' },
      epochs: [{ state: 'replaced', lost: 2 }, { state: 'counts' }],
    });
  });

  it('a new epoch whose full is not here yet leaves the older one counting', () => {
    const next = goneOn(last(old), 10 * DAY);
    expect(standingOf([...old, ...without(next, 1)], [])).toMatchObject({
      counted: { epoch: 'AAAAAA' },
      missing: [{ epoch: 'BBBBBB', from: 1, to: 1 }],
      epochs: [{ state: 'counts' }, { state: 'waiting' }],
    });
  });

  it('the last packets of an epoch are missed, too, once a newer one names its parent', () => {
    const next = goneOn(last(old), 10 * DAY);
    expect(standingOf([...without(old, 4, 5), ...without(next, 1)], []).missing).toEqual([
      { epoch: 'AAAAAA', from: 4, to: 5 },
      { epoch: 'BBBBBB', from: 1, to: 1 },
    ]);
  });

  it('a cloned PC: the older epoch goes on, so the newer one is quarantined until a person settles it', () => {
    const next = goneOn(old[2]!, 3 * DAY);
    const seen = [...old, ...next];
    const before = standingOf(seen, []);
    expect(before).toMatchObject({
      counted: { epoch: 'AAAAAA', toEntry: last(old).lastEntry },
      forks: [{ kind: 'epoch', epoch: 'BBBBBB', rivals: ['AAAAAA'] }],
    });
    const keepNew = settle(before, seen, last(next).hash);
    const keepOld = settle(before, seen, last(old).hash);
    if (keepNew instanceof Refusal || keepOld instanceof Refusal) throw new Error('not settled');
    const withNew = standingOf(seen, [keepNew]);
    expect(withNew).toMatchObject({ counted: { epoch: 'BBBBBB' }, forks: [] });
    expect(withNew.states.get(last(old).hash)).toBe('dropped');
    const withOld = standingOf(seen, [keepOld]);
    expect(withOld).toMatchObject({ counted: { epoch: 'AAAAAA' }, forks: [] });
    expect(withOld.states.get(last(next).hash)).toBe('dropped');
  });

  it('two children of one parent are a fork, and so are two stores that both begin from nothing', () => {
    const twins = [...goneOn(last(old), 10 * DAY), ...goneOn(last(old), 20 * DAY, 'CCCCCC')];
    expect(standingOf([...old, ...twins], []).forks).toMatchObject([{ epoch: 'CCCCCC', rivals: ['BBBBBB'] }]);
    const begun = makePackets({ epoch: 'CCCCCC', startedAt: 20 * DAY, many: 1 });
    expect(standingOf([...old, ...begun], [])).toMatchObject({
      counted: { epoch: 'AAAAAA' },
      forks: [{ epoch: 'CCCCCC', rivals: ['AAAAAA'] }],
    });
  });

  it('an epoch built upon a packet of a fork waits for it, and falls with its branch', () => {
    const other = rival(old[3]!);
    const next = goneOn(other, 10 * DAY);
    const seen = [...old, other, ...next];
    expect(standingOf(seen, []).epochs).toMatchObject([{ state: 'counts' }, { state: 'quarantined' }]);
    const keep = (hash: string) => ({ kind: 'sequence', epoch: 'AAAAAA', sequence: 4, keep: hash }) as const;
    expect(standingOf(seen, [keep(other.hash)]).counted?.epoch).toBe('BBBBBB');
    expect(standingOf(seen, [keep(old[3]!.hash)])).toMatchObject({
      counted: { epoch: 'AAAAAA' },
      epochs: [{ state: 'counts' }, { state: 'dropped' }],
    });
  });
});

describe('laws', () => {
  const program = fc.array(
    fc.record<Made>({
      from: fc.nat(9),
      isFull: fc.boolean(),
      isNewEpoch: fc.boolean(),
      at: fc.nat(20),
    }),
    { maxLength: 12 },
  );

  it('neither the order in which packets come nor how often changes anything', () => {
    const cases = program.map(grown).chain((packets) =>
      fc.record({
        packets: fc.constant(packets),
        some: fc.subarray(packets, { minLength: 0 }),
        order: fc.shuffledSubarray(packets, { minLength: packets.length }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ packets, some, order }) => {
        expect(plain(standingOf([...order, ...some], []))).toEqual(plain(standingOf(packets, [])));
      }),
    );
  });

  it('what counts is one unbroken run from a full to its end, and every packet has a state', () => {
    fc.assert(
      fc.property(program.map(grown), (packets) => {
        const { counted, states } = standingOf(packets, []);
        expect(states.size).toBe(packets.length);
        const run = packets
          .filter(({ hash }) => states.get(hash) === 'counted')
          .sort((a, b) => a.sequence - b.sequence);
        expect(run[0]).toEqual(counted?.full);
        expect(run.at(-1)).toEqual(counted?.last);
        if (counted) expect(counted.full.kind).toBe('full');
        for (const [at, packet] of run.slice(1).entries()) expect(packet.previous).toBe(run[at]!.hash);
      }),
    );
  });

  it('what does not count is told: every store with a packet that is held or quarantined has a gap or a fork', () => {
    fc.assert(
      fc.property(program.map(grown), fc.nat(11), (packets, lost) => {
        const { states, missing, forks } = standingOf(
          packets.filter((_, at) => at !== lost),
          [],
        );
        const isWaiting = [...states.values()].some((state) => state === 'held' || state === 'quarantined');
        if (isWaiting) expect(missing.length + forks.length).toBeGreaterThan(0);
      }),
    );
  });

  it('every fork can be settled, one decision after the other', () => {
    fc.assert(
      fc.property(program.map(grown), (packets) => {
        const settled: Parameters<typeof standingOf>[1][number][] = [];
        for (let step = 0; step <= packets.length * 2; step++) {
          const standing = standingOf(packets, settled);
          const fork = standing.forks[0];
          if (!fork) return;
          const keep = fork.kind === 'sequence' ? fork.branches[0]!.hash : standing.lasts.get(fork.epoch)!;
          const settlement = settle(standing, packets, keep);
          if (settlement instanceof Refusal) throw new Error(settlement.code);
          settled.push(settlement);
        }
        throw new Error('forks without an end');
      }),
    );
  });
});

/** Packets of stores that are copied and restored at random: each follows any of those before it. */
function grown(program: readonly Made[]): SeenPacket[] {
  const packets: SeenPacket[] = [];
  for (const [at, step] of program.entries()) {
    const from = packets[step.from % Math.max(1, packets.length)];
    const isNew = !from || step.isNewEpoch;
    packets.push({
      epoch: isNew ? `EPOCH${at}` : from.epoch,
      epochStartedAt: isNew ? step.at : from.epochStartedAt,
      parent: isNew ? refOf(from) : from.parent,
      sequence: isNew ? 1 : from.sequence + 1,
      hash: `hash${at}`,
      previous: isNew ? null : from.hash,
      kind: isNew || step.isFull ? 'full' : 'delta',
      firstEntry: isNew ? 1 : from.lastEntry + 1,
      lastEntry: (isNew ? 0 : from.lastEntry) + 3,
      madeAt: step.at,
    });
  }
  return packets;
}

function refOf(packet: SeenPacket | undefined): SeenPacket['parent'] {
  if (!packet) return null;
  const { epoch, sequence, hash } = packet;
  return { epoch, sequence, hash };
}

function plain({ states, ...rest }: ReturnType<typeof standingOf>): object {
  return { ...rest, states: Object.fromEntries([...states].sort()) };
}

import { withOffice } from '../office';
import { type Call, EXIT, type Exit } from '../say';
import { type StoreStanding, standingOfStore } from '../standings';
import type { Words } from '../words';

/** Every registered store: what counts, how late it is, and what waits for somebody. */
export function status(call: Call): Promise<Exit> {
  const { words, say, answer } = call;
  return withOffice(call, async (office) => {
    const told: object[] = [];
    let isQuiet = true;
    if (office.stores.length === 0) say(words.noStores);
    else say(words.storeHead.join('\t'));
    for (const store of office.stores) {
      const one = await standingOfStore(office, store);
      const lines = troubleOf(one, words);
      isQuiet &&= lines.length === 0;
      say(line(one, words, lines.length === 0 ? words.fine : (lines[0] ?? '')));
      for (const more of lines.slice(1)) say(`\t${more}`);
      told.push(plain(one));
    }
    answer(told);
    return isQuiet ? EXIT.fine : EXIT.attention;
  });
}

function line({ store, standing: { counted } }: StoreStanding, words: Words, state: string): string {
  const latest = counted ? words.upTo(counted.last.sequence) : words.nothingYet;
  const day = counted ? new Date(counted.last.madeAt).toISOString().slice(0, 10) : '–';
  return [store.name, store.region || '–', latest, day, state].join('\t');
}

/** In words, empty when all is well. */
export function troubleOf({ standing, daysLate }: StoreStanding, words: Words): string[] {
  const { missing, forks, epochs, states } = standing;
  const waiting = (['held', 'quarantined'] as const).map(
    (state) => [state, [...states.values()].filter((one) => one === state).length] as const,
  );
  return [
    ...(daysLate > 0 ? [words.late(daysLate)] : []),
    ...missing.map(({ epoch, from, to }) => words.missing(epoch, from, to)),
    ...forks.map((fork) => words.fork(fork.kind, fork.epoch, keepOf(fork, standing))),
    ...epochs.filter(({ lost }) => lost > 0).map(({ epoch, lost }) => words.lost(epoch, lost)),
    ...waiting.filter(([, packets]) => packets > 0).map(([state, packets]) => words.waiting(state, packets)),
  ];
}

type Standing = StoreStanding['standing'];

/** A hash for each side of a fork, to be given to `settle`. */
function keepOf(fork: Standing['forks'][number], { lasts }: Standing): string[] {
  if (fork.kind === 'sequence') return fork.branches.map(({ hash }) => hash);
  return [fork.epoch, ...fork.rivals].flatMap((epoch) => lasts.get(epoch) ?? []);
}

function plain({ store, standing, daysLate }: StoreStanding): object {
  const { counted, missing, forks, epochs, states } = standing;
  return {
    store: store.store,
    name: store.name,
    region: store.region,
    due: store.due,
    daysLate,
    counted: counted && {
      epoch: counted.epoch,
      fromEntry: counted.fromEntry,
      toEntry: counted.toEntry,
      sequence: counted.last.sequence,
      madeAt: new Date(counted.last.madeAt).toISOString(),
    },
    missing,
    forks: forks.map((fork) => ({ ...fork, keep: keepOf(fork, standing) })),
    epochs,
    packets: Object.fromEntries(states),
  };
}

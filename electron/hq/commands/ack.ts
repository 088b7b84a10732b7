import { join, resolve } from 'node:path';
import type { Line } from '../../../db/domain/hq/line';
import type { EpochStanding } from '../../../db/domain/hq/standing';
import { ackFileName, packetFileName } from '../../../db/domain/packets/names';
import { makeFolder, PERSON_PATIENCE_MS, writeDurablyNow } from '../../../db/durable-file';
import { type Ack, ackText } from '../../../db/packets/documents';
import { keysOf } from '../folder';
import { type OpenedOffice, withOffice } from '../office';
import { type Call, EXIT, type Exit } from '../say';
import { type StoreStanding, standingOfStore } from '../standings';

type Body = Omit<Ack, 'format' | 'version' | 'signature'>;

/** Writes a signed answer for every epoch that a store sends in, and a list for people of what is asked for again. */
export function ack(call: Call): Promise<Exit> {
  const { words, say, answer } = call;
  const out = resolve(call.options.out ?? join(call.folder, 'out'));
  const { signingKey } = keysOf(call.folder);
  return withOffice(call, async (office) => {
    makeFolder(out);
    const written: string[] = [];
    const write = (name: string, text: string) => {
      writeDurablyNow(join(out, name), text, PERSON_PATIENCE_MS);
      written.push(name);
    };
    for (const store of office.stores) {
      const one = await standingOfStore(office, store);
      const rejected = await stillRefused(office, one);
      for (const epoch of one.standing.epochs.filter(isSending)) {
        const body = bodyOf(one, epoch, rejected, office.now());
        const name = ackFileName({ ...body, sequence: body.upto?.sequence ?? 0 });
        write(name, ackText(body, signingKey));
      }
      const again = [...missingNames(one), ...rejected.map(({ file }) => file)];
      if (again.length > 0)
        write(`ASK_${store.store.slice(-8)}.txt`, `${words.askAgain(store.name, again)}\n`);
    }
    say(words.acked(written.length, out));
    answer({ folder: out, files: written });
    return EXIT.fine;
  });
}

const isSending = ({ state }: EpochStanding): boolean => state !== 'replaced' && state !== 'dropped';

function bodyOf(
  { store, standing }: StoreStanding,
  { epoch }: EpochStanding,
  rejected: Body['rejected'],
  now: number,
): Body {
  const { counted } = standing;
  const last = counted?.epoch === epoch ? counted.last : null;
  return {
    storeId: store.store,
    epoch,
    upto: last && { sequence: last.sequence, entry: last.lastEntry, hash: last.hash },
    missing: standing.missing.map(({ epoch: of, from, to }) => ({ epoch: of, from, to })),
    forks: standing.forks.map((fork) => ({
      epoch: fork.epoch,
      sequence: fork.kind === 'sequence' ? fork.sequence : 1,
    })),
    rejected,
    at: new Date(now).toISOString(),
  };
}

/** What was set aside and has not come whole since then. */
async function stillRefused(office: OpenedOffice, { store, packets }: StoreStanding) {
  const taken = new Set(packets.map((packet) => packetFileName({ ...packet, store: { id: packet.store } })));
  const refused = await office.books.refusedOf(store.store);
  return refused
    .filter(({ file }) => !taken.has(file))
    .map(({ file, why }) => ({ file: file.slice(0, 300), why: why.slice(0, 300) }));
}

/** As they begin in the outbox: whether it was a full nobody here knows. */
function missingNames({ store, standing }: StoreStanding): string[] {
  return standing.missing.map(({ epoch, from, to }: Line['missing'][number]) => {
    const name = (sequence: number) =>
      packetFileName({ store: { id: store.store }, epoch, sequence, kind: 'delta' }).replace('_delta', '_*');
    return from === to ? name(from) : `${name(from)} – ${name(to)}`;
  });
}

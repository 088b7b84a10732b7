import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { sha256 } from '../../../db/canonical';
import { PACKET_END } from '../../../db/domain/packets/names';
import { hashOfFileSoon } from '../../../db/durable-file';
import { Intake } from '../../../db/hq/intake';
import type { RejectedPacket } from '../../../db/packets/rejection';
import { type OpenedOffice, withOffice } from '../office';
import { type Call, EXIT, type Exit, Told } from '../say';

/** Takes in every packet below the folders and files that are named. What cannot be taken is set aside with the reason. */
export function ingest(call: Call): Promise<Exit> {
  const { rest, words, say, answer } = call;
  if (rest.length === 0) throw new Told(words.needs('<folder>'));
  const started = performance.now();
  const paths = packetsBelow(rest);
  return withOffice(call, async (office) => {
    const sum = { taken: 0, doubled: 0, refused: 0, seconds: 0 };
    const refused: { file: string; why: string; detail: string }[] = [];
    const taken = new Set(await office.books.filesTaken());
    const intake = new Intake(office);
    try {
      for (const path of paths) {
        const sha256 = await hashOfFileSoon(path);
        const why = taken.has(sha256) ? 'doubled' : await takeOne(office, intake, path, sha256);
        if (why === 'taken' || why === 'doubled') sum[why] += 1;
        else {
          sum.refused += 1;
          say(words.refused(path, why.code));
          refused.push({ file: path, why: why.code, detail: why.params.detail });
          await setAside(office, path, sha256, why);
        }
        taken.add(sha256);
      }
      await intake.flush();
    } finally {
      intake.close();
    }
    if (paths.length === 0) say(words.nothingToRead(rest.join(', ')));
    sum.seconds = (performance.now() - started) / 1000;
    say(words.ingested(sum));
    answer({ ...sum, files: refused });
    return sum.refused > 0 ? EXIT.attention : EXIT.fine;
  });
}

async function takeOne(office: OpenedOffice, intake: Intake, path: string, sha256: string) {
  const opened = await office.open(path);
  if ('code' in opened) return opened;
  try {
    return (await intake.take(path, sha256, opened)) ? 'taken' : 'doubled';
  } finally {
    await opened.close();
  }
}

async function setAside(office: OpenedOffice, path: string, fileSha256: string, why: RejectedPacket) {
  const file = basename(path);
  const reason = `${why.code}: ${why.params.detail}`;
  await office.shelf.setAside(path, `${fileSha256.slice(0, 12)}-${safe(file)}`, reason);
  const store = why.params.store ?? storeNamed(office, file);
  await office.books.refuse({ fileSha256, file, store, why: reason, at: office.now() });
}

/** A damaged packet cannot say whose it is; its name can, so that the store is told. */
function storeNamed({ stores }: OpenedOffice, file: string): string | null {
  const named = stores.filter(({ store }) => file.startsWith(`SHK_${store.slice(-8)}_`));
  return named.length === 1 ? (named[0]?.store ?? null) : null;
}

/** A name may be as long as a disk allows; with more in front of it, it would not be. */
const safe = (file: string): string =>
  file.length <= 120 ? file : `${sha256(file).slice(0, 16)}${PACKET_END}`;

/** In the order of their names, which is the order in which a store made them. */
function packetsBelow(places: readonly string[]): string[] {
  const files = places.flatMap((place) => {
    const path = resolve(place);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(PACKET_END))
      .map((entry) => join(entry.parentPath, entry.name));
  });
  return files.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));
}

import { resolve } from 'node:path';
import { qrcode } from 'bwip-js/generic';
import { PERSON_PATIENCE_MS, writeDurablyNow } from '../../../db/durable-file';
import { type ClickHouseAt, isOffice, makeOffice } from '../folder';
import { type Call, EXIT, type Exit, needed, Told } from '../say';
import { svgOf } from '../svg';

/** Makes a head office in a folder: its keys, and the card for every store. A folder that is one stays as it is. */
export async function init(call: Call): Promise<Exit> {
  const { rest, words, say, answer } = call;
  const folder = resolve(rest[0] ?? call.folder);
  const name = needed(call, 'name');
  if (isOffice(folder)) throw new Told(words.officeThere(folder));
  const made = await makeOffice(folder, name, clickhouseOf(call));
  const picture = `${made.cardFile}.svg`;
  const svg = qrcode({ bcid: 'qrcode', text: made.card.trim(), scale: 1 }, svgOf());
  writeDurablyNow(picture, svg, PERSON_PATIENCE_MS);
  say(words.made(folder, made.cardFile));
  say(words.fingerprint(made.fingerprint));
  say(words.keysWarning(made.keysFile));
  answer({ folder, card: made.cardFile, picture, fingerprint: made.fingerprint });
  return EXIT.fine;
}

function clickhouseOf({ options }: Call): ClickHouseAt {
  const [first, ...others] = (options.clickhouse ?? '').split(',').filter((url) => url !== '');
  if (first === undefined) return null;
  return {
    servers: [first, ...others],
    database: options.database ?? 'shuke',
    cluster: options.cluster ?? null,
  };
}

import { readFileSync } from 'node:fs';
import { DUE, type Due } from '../../../db/domain/hq/late';
import { readSheet, type StoreSheet } from '../../../db/packets/documents';
import { fingerprintOf } from '../../../db/packets/keys';
import { type OpenedOffice, withOffice } from '../office';
import { type Call, EXIT, type Exit, Told } from '../say';

/**
 * Lets stores in by their registration sheets. A store that comes with another key than before is
 * refused unless `--keep` names the fingerprint of the new one: anybody could hand in a sheet.
 */
export function register(call: Call): Promise<Exit> {
  const { rest, words, say, answer } = call;
  if (rest.length === 0) throw new Told(words.needs('<sheet>'));
  const sheets = rest.map((file) => sheetOf(file, call));
  return withOffice(call, async (office) => {
    for (const sheet of sheets) refuseOtherKey(sheet, office, call);
    for (const { storeId: store, name, region, publicKey, fingerprint } of sheets) {
      const due = dueOf(call);
      await office.books.register({ store, name, region, publicKey, due, registeredAt: call.now() });
      say(words.registered(name, fingerprint));
    }
    answer(sheets.map(({ storeId, name, fingerprint }) => ({ store: storeId, name, fingerprint })));
    return EXIT.fine;
  });
}

function sheetOf(file: string, { words }: Call): StoreSheet {
  const sheet = readSheet(readFileSync(file, 'utf8'));
  if ('code' in sheet) throw new Told(words.notASheet(file));
  return sheet;
}

function refuseOtherKey(sheet: StoreSheet, { stores }: OpenedOffice, { words, options }: Call): void {
  const before = stores.find(({ store }) => store === sheet.storeId);
  if (!before || before.publicKey === sheet.publicKey || options.keep === sheet.fingerprint) return;
  throw new Told(words.otherKey(before.name, fingerprintOf(before.publicKey), sheet.fingerprint));
}

function dueOf({ options, words }: Call): Due {
  const due = DUE.find((one) => one === (options.due ?? 'weekly'));
  if (!due) throw new Told(words.needs(`--due ${DUE.join('|')}`));
  return due;
}

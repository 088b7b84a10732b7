import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isBusinessDate } from '../../../db/domain/units';
import { makeFolder, PERSON_PATIENCE_MS, writeDurablyNow } from '../../../db/durable-file';
import { rulesText } from '../../../db/packets/documents';
import { rulesShape } from '../../contract/settings';
import { keysOf } from '../folder';
import { withOffice } from '../office';
import { type Call, EXIT, type Exit, needed, Told } from '../say';

/**
 * A signed rule packet out of a file of rules: whole sections in the shape of the store's own settings.
 * Every store shows it as a difference first and may refuse it; one file serves all of them.
 */
export function rules(call: Call): Promise<Exit> {
  const { words, say, answer } = call;
  const changes = changesIn(needed(call, 'from'), call);
  const day = needed(call, 'day');
  if (!isBusinessDate(day)) throw new Told(words.needs('--day 2026-12-01'));
  const [title, why] = [needed(call, 'title'), needed(call, 'why')];
  const out = resolve(call.options.out ?? join(call.folder, 'out'));
  const { signingKey } = keysOf(call.folder);
  return withOffice(call, async ({ books }) => {
    const number = await books.nextRules();
    const issuedAt = new Date(call.now()).toISOString();
    const text = rulesText(
      { id: randomUUID(), number, issuedAt, from: day, title, why, changes },
      signingKey,
    );
    const file = join(out, `RULES_${number}.shuke-rules`);
    makeFolder(out);
    writeDurablyNow(file, text, PERSON_PATIENCE_MS);
    say(words.rulesMade(file));
    answer({ file, number });
    return EXIT.fine;
  });
}

/** Refused here rather than by a thousand stores. */
function changesIn(file: string, { words }: Call): Record<string, unknown> {
  const told = (why: string) => new Told(words.badRules(why));
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw told(error instanceof Error ? error.message : String(error));
  }
  const { data, error } = rulesShape.partial().safeParse(value);
  const issue = error?.issues[0];
  if (issue) throw told(`${issue.path.join('.')}: ${issue.message}`);
  if (!data || Object.keys(data).length === 0) throw told('{}');
  return data;
}

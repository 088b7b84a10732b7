import type { Row } from '../../../db/hq/engine';
import { withFacts } from '../office';
import { type Call, EXIT, type Exit, Told } from '../say';

/** Asks the facts in SQL and changes nothing: the file is opened for reading, and no other file can be reached. */
export function query(call: Call): Promise<Exit> {
  const { rest, words, say, answer } = call;
  const [sql] = rest;
  if (sql === undefined) throw new Told(words.needs('"select …"'));
  return withFacts(call, async (engine) => {
    const rows = await engine.rows(sql).catch((error: Error) => {
      throw new Told(words.queryFailed(error.message));
    });
    const [first] = rows;
    if (first) say(Object.keys(first).join('\t'));
    for (const row of rows) say(Object.values(row).map(cell).join('\t'));
    answer(rows);
    return EXIT.fine;
  });
}

const cell = (value: Row[string]): string => String(value ?? '').replaceAll(/[\t\n\r]/g, ' ');

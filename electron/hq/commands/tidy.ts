import { withOffice } from '../office';
import { type Call, EXIT, type Exit } from '../say';

/** Removes rows that later fulls have replaced. Packets stay on the shelf. */
export function tidy(call: Call): Promise<Exit> {
  return withOffice(call, async ({ engine }) => {
    const rows = await engine.tidy();
    call.say(call.words.tidied(rows));
    call.answer({ rows });
    return EXIT.fine;
  });
}

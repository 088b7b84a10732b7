import { settle as decide } from '../../../db/domain/hq/settle';
import { Refusal } from '../../../db/domain/refusal';
import { Intake } from '../../../db/hq/intake';
import { withOffice } from '../office';
import { type Call, EXIT, type Exit, needed, Told } from '../say';
import { standingOfStore, storeAsked } from '../standings';

/** A person says which side of a fork is the true one; what counts follows at once. */
export function settle(call: Call): Promise<Exit> {
  const { words, say, answer } = call;
  const asked = needed(call, 'store');
  const keep = needed(call, 'keep');
  return withOffice(call, async (office) => {
    const store = storeAsked(office, asked, words.noStore(asked));
    const { standing, packets } = await standingOfStore(office, store);
    const settlement = decide(standing, packets, keep);
    if (settlement instanceof Refusal)
      throw new Told(settlement.code === 'no_fork' ? words.noFork : words.notOfFork);
    await office.books.settle(store.store, settlement, office.now());
    const intake = new Intake(office);
    try {
      await intake.flush();
    } finally {
      intake.close();
    }
    say(words.settled);
    answer({ store: store.store, settlement });
    return EXIT.fine;
  });
}

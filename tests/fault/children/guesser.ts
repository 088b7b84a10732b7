/**
 * A real main without a window at which somebody guesses a PIN, waits, and sets the PC's clock: one JSON
 * line per guess on standard output. Whoever started it may end it by kill -9.
 */
import { writeSync } from 'node:fs';
import { type Instant, instant } from '@domain/units';
import { chances } from '../../support/member-rows';
import { aShop } from '../../support/shop';

export interface GuessOrder {
  readonly userData: string;
  readonly seed: number;
  /** Whose PIN. */
  readonly staffId: string;
  readonly guesses: number;
}

export interface Guess {
  /** Milliseconds since this process began, on the clock that nobody can set. */
  readonly at: number;
  readonly said: string;
  /** Milliseconds to wait after this one; 0 = none. */
  readonly wait: number;
}

const YEAR_MS = 365 * 86_400_000;
const HALF_AN_HOUR_MS = 1_800_000;

const order = JSON.parse(process.argv[2] ?? '{}') as GuessOrder; // of the suite that started it
const chance = chances(order.seed);
const shop = await aShop({ userData: order.userData, open: false });

for (let done = 0; done < order.guesses; ) {
  const doing = chance();
  if (doing < 0.1) shop.clock.advance(Math.floor(HALF_AN_HOUR_MS * chance() ** 4));
  else if (doing < 0.2) shop.clock.now = jumped(shop.clock.now);
  else {
    const pin = String(Math.floor(1_000_000 * chance())).padStart(6, '0');
    const answer = await shop.client.staff.signIn({ staffId: order.staffId, pin });
    const said = answer.ok ? 'signed in' : answer.refusal.code;
    const until =
      !answer.ok && answer.refusal.code === 'wrong_pin' ? answer.refusal.params.lockedUntil : null;
    const wait = until === null ? 0 : until - shop.clock.now;
    const guess: Guess = { at: shop.clock.steady, said, wait };
    writeSync(1, `${JSON.stringify(guess)}\n`);
    done += 1;
  }
}
await shop.main.stop();
process.exit(0);

/** The clock of the PC, set up to a year forth or back. */
function jumped(now: Instant): Instant {
  return instant(Math.max(YEAR_MS, Math.floor(now + YEAR_MS * (2 * chance() - 1))));
}

import { obey } from './obey';
import type { ReadOrder } from './order';

/** Longer than main lets an answer lie: main ends this process, and where main is gone it ends by itself. */
const LINGER_MS = 5000;

/**
 * The process that reads what a stranger may have written: its order is its last argument, its answers are
 * lines of JSON. It knows neither the store nor main; when it dies, nothing else does.
 */
const order = JSON.parse(process.argv.at(-1) ?? '') as ReadOrder; // main's own words
void obey(order, (message) => process.stdout.write(`${JSON.stringify(message)}\n`)).then(() =>
  // What has been written must be heard before the pipe closes.
  setTimeout(() => process.exit(), LINGER_MS),
);

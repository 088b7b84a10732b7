import { readlinkSync } from 'node:fs';

/** Node's own module object, as far as a library is loaded into it. */
interface Loaded {
  exports: unknown;
}

/**
 * What the suite that started this process wants of it: told at its start, or, where it has been given a library
 * for that (shim/lives.c), to each copy of what it is by now.
 */
export function orderTold<Order>(): Order {
  const [, , order = '{}', lives] = process.argv;
  if (lives === undefined) return JSON.parse(order) as Order; // of the suite that started it
  // Whoever sells asks for dates; the first of these is an eighth of what a copy would otherwise compute.
  new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai' });
  const loaded: Loaded = { exports: {} };
  process.dlopen(loaded, lives);
  // A copy has none of the threads that Node waits for at its end, and its own number is not the one that Node was told.
  process.on('exit', (code) => {
    process.kill(Number(readlinkSync('/proc/self')), code === 0 ? 'SIGKILL' : 'SIGABRT');
  });
  return JSON.parse(String(loaded.exports)) as Order; // likewise
}

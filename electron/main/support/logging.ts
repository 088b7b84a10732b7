import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import log from 'electron-log/node';
import { FaultCap } from './fault-cap';
import { faultWords } from './fault-words';
import { LOG_FILE } from './log-tail';

/** Runs of seven or more digits are phones, cards or payment codes: a log needs none of them. */
export function maskNumbers(text: string): string {
  return text.replace(/\d{7,}/g, (digits) => `${digits.slice(0, 2)}***${digits.length}`);
}

const MAX_BYTES = 5 * 1024 * 1024;
/** What earlier versions wrote: their errors quoted what they had stumbled over. */
const EARLIER = ['main.log', 'main.old.log'];

const STDERR = 2;

export interface Log {
  /** Writes a fault and answers the short reference that the person sees. */
  readonly report: (what: string, error: unknown) => string;
  /** The same for a fault that a call of a window has ended in: of these only so many a minute are written. */
  readonly reportCall: (channel: string, error: unknown) => string;
  /** Writes one line. `text` is a sentence of ours: it names and quotes nobody. */
  readonly note: (text: string) => void;
}

/**
 * Writes to a log in `folder`, and to the terminal if there is one. At most two files, of 5 MiB each: a full one becomes
 * the older one, and that one goes.
 */
export function openLog(folder: string, maxBytes = MAX_BYTES): Log {
  for (const name of EARLIER) rmSync(join(folder, name), { force: true });
  log.transports.file.resolvePathFn = () => join(folder, LOG_FILE);
  log.transports.file.maxSize = maxBytes;
  // Without one, nobody reads it, and each line costs more than the file does.
  if (!isatty(STDERR)) log.transports.console.level = false;
  // Whatever is written by whomever: text is masked, and anything else is told as a fault is.
  log.hooks.splice(0, log.hooks.length, (message) => ({
    ...message,
    data: message.data.map((part) => maskNumbers(typeof part === 'string' ? part : faultWords(part))),
  }));
  const cap = new FaultCap((line) => log.warn(line));
  const write = (what: string, error: unknown, written: boolean): string => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    if (written) log.error(`[${reference}] ${what}: ${faultWords(error)}`);
    return reference;
  };
  return {
    note: (text) => log.info(text),
    report: (what, error) => write(what, error, true),
    reportCall: (channel, error) => write(channel, error, cap.take(channel)),
  };
}

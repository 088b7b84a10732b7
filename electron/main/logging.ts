import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import log from 'electron-log/node';

/** Runs of seven or more digits are phones, cards or payment codes: a log needs none of them. */
export function maskNumbers(text: string): string {
  return text.replace(/\d{7,}/g, (digits) => `${digits.slice(0, 2)}***${digits.length}`);
}

const MAX_BYTES = 5 * 1024 * 1024;

/** Writes to `main.log` (rotated at 5 MiB, masked) and to the terminal. Answers how to report a fault. */
export function openLog(folder: string): {
  report: (what: string, error: unknown) => string;
  note: (text: string) => void;
} {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = MAX_BYTES;
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((part) => (typeof part === 'string' ? maskNumbers(part) : part)),
  }));
  return {
    note: (text) => log.info(text),
    report: (what, error) => {
      const reference = randomBytes(3).toString('hex').toUpperCase();
      log.error(
        `[${reference}] ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return reference;
    },
  };
}

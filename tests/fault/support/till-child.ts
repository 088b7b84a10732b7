import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TillOrder, TillSays } from '../children/till';
import type { Ack } from './till-work';
import { childFile } from './tools';

/** A till in a process of its own. */
export interface TillChild {
  readonly process: ChildProcess;
  /** Everything that it has said to be done; grows while it lives. */
  readonly acks: readonly Ack[];
  /** What it says that no till may say: bugs that its main has reported. */
  readonly complaints: readonly string[];
  /** Settles when the store is open (null) or is said to have a fault; rejects when it ends without a word. */
  readonly opened: Promise<string | null>;
  /** Settles when it has said so many acts to be done. */
  readonly said: (acts: number) => Promise<void>;
  /** As a power cut looks to a process: no handler runs. Settles when it is gone and its last word was read. */
  readonly kill: () => Promise<void>;
  /** Settles when it has ended, by itself or killed; rejects when it has failed. */
  readonly ended: Promise<void>;
}

/** Who is killed so soon need not tidy up: gathering the garbage of the start was a tenth of it. */
const UNTIDY = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

export function startTill(order: TillOrder, env: Record<string, string> = {}): TillChild {
  const child = spawn(process.execPath, [...UNTIDY, childFile('till'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(inject('faultTools'), 'compiled'), ...env },
  });
  const acks: Ack[] = [];
  const heard = new EventEmitter();
  const complaints: string[] = [];
  let errors = '';
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0 && code !== null) throw new Error(`the till ended with ${code}: ${errors}`);
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const gone = ended.then(() => {
    throw new Error('the till has ended');
  });
  gone.catch(() => undefined); // mostly it is killed when nobody waits any more
  const opened = new Promise<string | null>((resolve, reject) => {
    let rest = '';
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as TillSays;
        if ('ack' in said) {
          acks.push(said.ack);
          heard.emit('ack');
        } else if ('reported' in said) complaints.push(...said.reported);
        else resolve(said.open ? null : said.fault);
      }
    });
    ended.then(() => reject(new Error('the till ended before it had opened')), reject);
  });
  opened.catch(() => undefined); // whoever kills it at once does not ask
  return {
    ...{ process: child, acks, complaints, opened, ended },
    said: async (acts) => {
      while (acks.length < acts) await Promise.race([once(heard, 'ack'), gone]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

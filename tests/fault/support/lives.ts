import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { codeOf } from '@db/store-fault';
import { inject } from 'vitest';
import { type ChildName, childFile, livesFile } from './tools';

/** One process of a child of the suites. */
export interface Life {
  /** Settles when it is gone, by itself or killed, and its last word was heard; rejects when it has failed. */
  readonly ended: Promise<void>;
  /** As a power cut looks to a process: no handler runs. Settles when it is gone. */
  readonly kill: () => Promise<void>;
}

/** Processes of one child, each with an order of its own; `hear` is given its standard output line by line. */
export interface Lives {
  readonly begin: (order: unknown, hear: (line: string) => void) => Life;
  /** No more of them. */
  readonly end: () => void;
}

/** Who is killed so soon need not tidy up: gathering the garbage of the start was a tenth of it. */
const UNTIDY = ['--min-semi-space-size=64', '--max-semi-space-size=64'];
/** Nobody else may be at work in a process of which copies are made. */
const ALONE = ['--single-threaded', '--v8-pool-size=0'];

/** How shim/lives.c tells SIGKILL, by which copies also end when all is well (order.ts). */
const KILLED = 128 + 9;

/** Loading main's modules is most of a start: where the system can copy a process, they are loaded once. */
export function livesOf(name: ChildName): Lives {
  const copies = livesFile();
  return copies === null
    ? { begin: (order, hear) => started(name, order, hear), end: () => undefined }
    : new Copies(name, copies);
}

function spawned(flags: readonly string[], told: readonly string[], stdio: ('ignore' | 'pipe')[]) {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(inject('faultTools'), 'compiled') };
  return spawn(process.execPath, [...UNTIDY, ...flags, ...told], { stdio, env });
}

function started(name: ChildName, order: unknown, hear: (line: string) => void): Life {
  const child = spawned([], [childFile(name), JSON.stringify(order)], ['ignore', 'pipe', 'pipe']);
  const errors = heard(child.stderr);
  eachLine(child.stdout, hear);
  const ended = once(child, 'close').then(([code]) => checkEnd(code, errors.text));
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Copies of one process that has loaded everything and done nothing (shim/lives.c). */
class Copies implements Lives {
  private readonly folder = mkdtempSync(join(tmpdir(), 'shuke-lives-'));
  private readonly first: ChildProcess;
  private readonly errors: { readonly text: string };
  /** Rejects when no more copies can be made. */
  private readonly over: Promise<never>;
  private readonly deaths = new Map<number, Awaitable<number>>();
  private begun = 0;

  constructor(name: ChildName, library: string) {
    this.first = spawned(ALONE, [childFile(name), '', library], ['ignore', 'pipe', 'pipe', 'pipe']);
    this.errors = heard(this.first.stderr);
    this.over = once(this.first, 'close').then(() => {
      throw new Error(`no more copies are made: ${this.errors.text}`);
    });
    this.over.catch(() => undefined); // at the end nobody waits for one
    eachLine(this.first.stdout, (line) => {
      const [pid = 0, code = 0] = line.split(' ').map(Number);
      this.deathOf(pid).resolve(code);
    });
  }

  begin(order: unknown, hear: (line: string) => void): Life {
    this.begun += 1;
    const path = join(this.folder, String(this.begun));
    const pid = awaited<number>();
    const heardOut = new Promise<void>((resolve) => {
      const server = createServer((socket: Socket) => {
        server.close();
        socket.on('close', () => resolve());
        let isFirst = true;
        eachLine(socket, (line) => {
          if (!isFirst) return hear(line);
          isFirst = false;
          pid.resolve(Number(line));
        });
      });
      server.listen(path, () => this.orders.write(`${path}\t${JSON.stringify(order)}\n`));
    });
    const whole = Promise.all([pid.promise.then((own) => this.deathOf(own).promise), heardOut]);
    const ended = Promise.race([whole, this.over]).then(([code]) =>
      checkEnd(code === KILLED ? null : code, this.errors.text),
    );
    return {
      ended,
      kill: async () => {
        killIfThere(await Promise.race([pid.promise, this.over]));
        await ended;
      },
    };
  }

  end(): void {
    this.orders.end();
    rmSync(this.folder, { recursive: true });
  }

  private get orders(): Writable {
    return this.first.stdio[3] as Writable; // it is asked for above
  }

  private deathOf(pid: number): Awaitable<number> {
    const death = this.deaths.get(pid) ?? awaited<number>();
    this.deaths.set(pid, death);
    return death;
  }
}

/** A promise that is kept from outside. */
interface Awaitable<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

export function awaited<T>(): Awaitable<T> {
  let settle: Pick<Awaitable<T>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new Error('a promise begins at once');
  return { promise, ...settle };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error; // else it has ended by itself
  }
}

function checkEnd(code: number | null, errors: string): void {
  if (code !== 0 && code !== null) throw new Error(`it ended with ${code}: ${errors}`);
}

function heard(stream: Readable | null): { readonly text: string } {
  const all = { text: '' };
  stream?.on('data', (chunk) => {
    all.text += chunk;
  });
  return all;
}

function eachLine(stream: Readable | null, hear: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}

import type { Worker } from 'node:worker_threads';
import type { Locale } from '../../../db/domain/locale';
import { type NoParams, type Refusal, refuse } from '../../../db/domain/refusal';
import type { BuiltBy } from '../../../db/exchange/built-upon';
import type { ShukeEvent } from '../../contract/events';
import type { JobView } from '../../contract/exchange';
import type { Scope } from '../../contract/rpc';
import { momentIn } from '../moment';
import { askReader, type ReadAnswer, type StartReader } from '../reader/ask-reader';
import { cutFilePath, removeCutFile } from '../reader/cut-file-place';
import type { Shop, Sources } from '../shop';
import { ToldFault } from '../support/fault-words';
import { ChosenFiles } from './chosen-files';
import type { AskedWork, FileWork, JobMessage, Task, UndoWork, Work } from './task';
import type { WorkerEntry } from './worker-entry';

export interface JobsOptions {
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
  readonly startReader: StartReader;
  readonly sources: Sources;
  readonly emit: (event: ShukeEvent) => void;
  readonly session: { readonly shop: () => Shop; readonly openShop: () => Shop | undefined };
  readonly report: (what: string, error: unknown) => string;
  /** Bills have come or gone in bulk. */
  readonly wrote: () => void;
}

type JobRunning = Refusal<'job_running', NoParams>;
type BuiltUpon = Refusal<'built_upon', { by: BuiltBy; rows: number }>;

interface Running {
  view: JobView;
  readonly shop: Shop;
  readonly cancel: SharedArrayBuffer;
  /** Ends the process that reads the file. */
  readonly reading: AbortController;
  worker: Worker | undefined;
  /** Settles when the worker has let go of the store's file. */
  ended: Promise<void>;
}

/** Finished jobs that the screen may still ask about. */
const REMEMBERED = 20;
/** How long a closing store waits for a cancelled job before it is cut off; what is left is undone at the next opening. */
const PATIENCE_MS = 10_000;
const FIRST_STEP = {
  dry_run: 'reading',
  import: 'reading',
  undo_import: 'undoing',
  export: 'writing',
  packet: 'reading',
} as const;
const WROTE: readonly Scope[] = ['members', 'purchases', 'points', 'exchange'];

/**
 * The long work of main, one piece at a time, each in its own worker thread. It goes on when its
 * screen is left; what the window missed it asks for.
 */
export class Jobs {
  readonly files = new ChosenFiles();
  private current: Running | undefined;
  private stopping = false;
  private readonly views = new Map<string, JobView>();

  constructor(private readonly options: JobsOptions) {}

  running(): JobView | null {
    return this.current?.view ?? null;
  }

  find(jobId: string): JobView | null {
    return this.views.get(jobId) ?? null;
  }

  /** Starts work on the open store; refused while other work runs. */
  start(work: AskedWork, locale: Locale): JobView | JobRunning {
    if (this.current !== undefined) return refuse('job_running');
    const running = this.begin(work, locale, () => undefined);
    this.show(running, {});
    return running.view;
  }

  /** The same for an undo, whose worker first asks the store whether something was built on the import. */
  async startUndo(work: UndoWork, locale: Locale): Promise<JobView | JobRunning | BuiltUpon> {
    if (this.current !== undefined) return refuse('job_running');
    const answer = await new Promise<BuiltUpon | Running>((resolve) => {
      const running = this.begin(work, locale, (refused) => resolve(refused ?? running));
    });
    return 'view' in answer ? answer.view : answer;
  }

  private begin(
    work: AskedWork | UndoWork,
    locale: Locale,
    started: (refused: BuiltUpon | undefined) => void,
  ): Running {
    const shop = this.options.session.shop();
    const { sources } = this.options;
    const view: JobView = {
      id: sources.newId(),
      kind: work.kind,
      state: 'running',
      step: FIRST_STEP[work.kind],
      done: 0,
      total: null,
      startedAt: sources.clock(),
      result: null,
      failure: null,
      failureLine: null,
    };
    const running: Running = {
      ...{ view, shop, cancel: new SharedArrayBuffer(4), reading: new AbortController() },
      ...{ worker: undefined, ended: Promise.resolve() },
    };
    this.current = running;
    running.ended = this.follow(running, work, locale, started).catch((error: unknown) => {
      this.options.report(`job ${work.kind}`, error);
      this.current = undefined;
      this.finish(running, { state: 'failed', failure: 'unexpected' });
      started(undefined);
    });
    return running;
  }

  /** An undo is finished, never cancelled. */
  cancel(jobId: string): void {
    if (this.current?.view.id === jobId && this.current.view.kind !== 'undo_import') this.ask(this.current);
  }

  /** Before a store closes: cancels what runs and waits until it has let go of the file. */
  async stop(): Promise<void> {
    const running = this.current;
    if (running === undefined) return;
    this.stopping = true;
    this.ask(running);
    const patience = setTimeout(() => void running.worker?.terminate(), PATIENCE_MS);
    await running.ended;
    clearTimeout(patience);
    this.stopping = false;
  }

  private ask({ cancel, reading }: Running): void {
    Atomics.store(new Int32Array(cancel), 0, 1);
    reading.abort();
  }

  private taskOf(work: Work, { shop, cancel }: Running, locale: Locale): Task {
    return {
      work,
      storePath: shop.opened.path,
      calendar: shop.calendar,
      staffId: shop.house.id,
      locale,
      now: momentIn(shop, this.options.sources),
      cancel,
      turn: shop.opened.turn.shared,
    };
  }

  private async follow(
    running: Running,
    work: AskedWork | UndoWork,
    locale: Locale,
    started: (refused: BuiltUpon | undefined) => void,
  ): Promise<void> {
    if (work.kind === 'undo_import' || work.kind === 'export' || work.kind === 'packet')
      return this.carryOut(running, this.taskOf(work, running, locale), started);
    const cutPath = cutFilePath(running.shop.opened.path, running.view.id);
    try {
      const cut = await this.cut(running, work, cutPath);
      if (cut !== undefined) await this.carryOut(running, this.taskOf(cut, running, locale), started);
    } finally {
      removeCutFile(cutPath);
    }
  }

  /** Has the file read by a process of its own; undefined when the job has ended by that. */
  private async cut(running: Running, work: FileWork, to: string): Promise<Work | undefined> {
    const { path, ...asked } = work;
    const answer = await askReader(
      this.options.startReader,
      { kind: 'cut', path, reading: work.reading, to },
      {
        progress: (rows) => this.show(running, { step: 'reading', done: rows }),
        signal: running.reading.signal,
      },
    );
    if (answer.type === 'cut') {
      const { type, ...file } = answer;
      return { ...asked, cut: { path: to, ...file } };
    }
    if (answer.type === 'failed') this.options.report(`job ${work.kind}`, new Error(answer.error));
    this.current = undefined;
    this.finish(running, endOfReading(answer));
    return undefined;
  }

  private async carryOut(
    running: Running,
    task: Task,
    started: (refused: BuiltUpon | undefined) => void,
  ): Promise<void> {
    const said: { last?: JobMessage } = {};
    const died = await this.work(task, running, (message) => {
      said.last = message;
      if (message.type === 'progress') this.show(running, message);
      if (message.type === 'accepted') this.show(running, {});
      if (message.type !== 'built_upon') started(undefined);
    });
    const end = endOf(said.last);
    if (end === undefined && !this.stopping) await this.cleanUp(running, task, died);
    this.current = undefined;
    if (said.last?.type === 'built_upon') {
      started(refuse('built_upon', { by: said.last.by, rows: said.last.rows }));
      return;
    }
    if (said.last?.type === 'failed')
      this.options.report(`job ${task.work.kind}`, new ToldFault(said.last.error));
    this.finish(running, end ?? { state: 'failed', failure: 'interrupted' });
    started(undefined);
  }

  /** A worker that broke off has left an import half there: another one undoes it before anything else may start. */
  private async cleanUp(running: Running, task: Task, died: unknown): Promise<void> {
    this.options.report(`job ${task.work.kind} broke off`, died);
    this.show(running, { step: 'undoing', done: 0, total: null });
    const failed = await this.work({ ...task, work: { kind: 'recover' } }, running, () => undefined);
    if (failed !== undefined) this.options.report('undoing what a job has left', failed);
  }

  /** Runs one worker to its end; answers what it died of, or undefined. */
  private work(task: Task, running: Running, hear: (message: JobMessage) => void): Promise<unknown> {
    return new Promise<unknown>((resolve) => {
      let died: unknown;
      const worker = this.options.startWorker('exchange-job', task);
      running.worker = worker;
      worker.on('message', hear);
      worker.on('error', (error) => {
        died = error;
      });
      worker.on('exit', () => resolve(died));
    }).catch((error: unknown) => error); // one that could not even be started has died as well
  }

  private finish(running: Running, end: Partial<JobView>): void {
    this.show(running, end);
    const { kind, state } = running.view;
    if (kind === 'dry_run') return;
    const wrote = kind === 'import' || kind === 'undo_import';
    if (wrote && this.options.session.openShop() === running.shop) running.shop.lookup.reload();
    if (wrote) this.options.wrote();
    // A packet may have been made before its job was stopped.
    if (kind === 'packet') this.options.emit({ type: 'data-changed', scopes: ['head_office'] });
    else if (wrote || state === 'done')
      this.options.emit({ type: 'data-changed', scopes: wrote ? WROTE : ['exchange'] });
  }

  private show(running: Running, change: Partial<JobView>): void {
    const { step, done, total, state, result, failure, failureLine } = { ...running.view, ...change };
    running.view = { ...running.view, step, done, total, state, result, failure, failureLine };
    this.views.set(running.view.id, running.view);
    const oldest = this.views.keys().next().value;
    if (this.views.size > REMEMBERED && oldest !== undefined) this.views.delete(oldest);
    this.options.emit({ type: 'job-progress', job: running.view });
  }
}

/** How a job ended by its last word; undefined when it never said that it ended. */
function endOf(message: JobMessage | undefined): Partial<JobView> | undefined {
  if (message?.type === 'done') return { state: 'done', result: message.result };
  if (message?.type === 'cancelled') return { state: 'cancelled' };
  if (message?.type === 'failed')
    return { state: 'failed', failure: message.failure, failureLine: message.line };
  return message?.type === 'built_upon' ? {} : undefined;
}

/** How a job ended whose file was not cut. */
function endOfReading(answer: Exclude<ReadAnswer, { type: 'cut' }>): Partial<JobView> {
  switch (answer.type) {
    case 'cancelled':
      return { state: 'cancelled' };
    case 'failed':
      return { state: 'failed', failure: answer.failure, failureLine: answer.line };
    default:
      return { state: 'failed', failure: isGone(answer) ? 'file_gone' : 'file_unreadable' };
  }
}

const isGone = (answer: ReadAnswer): boolean => answer.type === 'refused' && answer.why === 'file_gone';

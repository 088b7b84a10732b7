import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LookupIndex } from '@db/members/lookup-index';
import { connect } from '@db/open';
import { readQuery } from '@domain/members/query';
import { businessDate } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { _electron, type Page } from 'playwright';
import { chances } from '../support/member-rows';
import { crowdedStore } from './crowded-store';
import { type BenchTable, median, ms, percentile } from './table';
import { openGround, project } from './window';

const MEMBERS = 100_000;
/** Keystrokes of each kind; a p99 needs some hundreds. */
const STROKES = 300;

interface Row {
  readonly phone: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly card_no: string;
}
const first = (readings: string) => readings.split(' ')[0] ?? '';

/** What stands in the box after the keystroke that is measured. Han characters come from an input method at once. */
const KINDS: readonly (readonly [string, (row: Row) => string])[] = [
  ['phone prefix, 1 digit', ({ phone }) => phone.slice(0, 1)],
  ['phone prefix, 3', ({ phone }) => phone.slice(0, 3)],
  ['full phone', ({ phone }) => phone],
  ['tail, 4', ({ phone }) => phone.slice(-4)],
  ['part of phone, 6', ({ phone }) => phone.slice(3, 9)],
  ['surname', ({ name }) => Array.from(name)[0] ?? ''],
  ['two Han characters', ({ name }) => Array.from(name).slice(0, 2).join('')],
  ['pinyin, 4 letters', ({ pinyin }) => first(pinyin).slice(0, 4)],
  ['initials, 2', ({ initials }) => first(initials).slice(0, 2)],
  ['card', ({ card_no }) => card_no],
];

/** Real keystrokes in the real window, to the frame that shows the rows; the same queries in SQL alone beside it. */
export default async function lookupInWindow(): Promise<BenchTable> {
  const ground = await openGround();
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  try {
    const path = await crowdedStore(folder, MEMBERS);
    const queries = KINDS.map(([kind, draw]) => ({ kind, texts: drawn(path, draw) }));
    const alone = queries.map(({ texts }) => inSqlAlone(path, texts));

    const { runtime } = ground;
    const app = await _electron.launch({
      executablePath: runtime.electronRuntime().executable,
      args: [...runtime.launchArgs(), project],
      env: { ...runtime.runtimeEnv(), SHUKE_USER_DATA: folder },
    });
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-lookup-box') === true);
    await page.evaluate(() => {
      Object.assign(window, { struck: 0 });
      // A key's own time: when the system handed it over. An input method sends no keys of ours.
      window.addEventListener(
        'keydown',
        ({ timeStamp }) => Object.assign(window, { struck: timeStamp }),
        true,
      );
    });
    const empty = await emptyFrames(page);
    const rows: string[][] = [];
    const all: number[] = [];
    for (const [at, { kind, texts }] of queries.entries()) {
      const times: number[] = [];
      for (const text of texts) times.push(await strike(page, text));
      const sql = alone[at] ?? [];
      all.push(...times);
      rows.push([
        kind,
        ...[0.5, 0.99].flatMap((share) => [ms(percentile(times, share)), ms(percentile(sql, share))]),
      ]);
    }
    await app.close();
    return {
      title: `Lookup in the real window, ${MEMBERS.toLocaleString('en')} members: keystroke to painted rows`,
      columns: ['query', 'window p50', 'SQL alone p50', 'window p99', 'SQL alone p99'],
      rows: [...rows, ['all', ms(median(all)), '', ms(percentile(all, 0.99)), '']],
      notes: [
        `${STROKES} keystrokes of each kind, ${ground.named}; from the key's own time stamp to the task after the frame that shows the rows (performance.measure "lookup").`,
        `A frame of this display alone, asked for and painted with nothing to do: p50 ${ms(median(empty))}, p99 ${ms(percentile(empty, 0.99))}.`,
      ],
    };
  } finally {
    ground.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The text but its last character at once, then that one as a real key. Answers keystroke to painted. */
async function strike(page: Page, text: string): Promise<number> {
  const characters = Array.from(text);
  const last = characters.pop() ?? '';
  const isKey = /^[ -~]$/.test(last);
  if (isKey && characters.length > 0) {
    await page.keyboard.insertText(characters.join(''));
    await painted(page);
  }
  if (isKey) await page.keyboard.press(last);
  else await page.keyboard.insertText(text);
  const { start, end, struck } = await painted(page);
  await page.keyboard.press('Escape');
  return end - (isKey ? struck : start);
}

/** The measure of the last input; forgets it, so that the next one is the only one. */
async function painted(page: Page): Promise<{ start: number; end: number; struck: number }> {
  const seen = await page.waitForFunction(() => {
    const measure = performance.getEntriesByName('lookup').at(-1);
    if (measure === undefined) return null;
    performance.clearMeasures('lookup');
    const { struck } = window as unknown as { struck: number };
    return { start: measure.startTime, end: measure.startTime + measure.duration, struck };
  });
  const value = await seen.jsonValue();
  if (value === null) throw new Error('nothing was measured');
  return value;
}

/** What the display itself costs: asking for a frame and being told that it was painted. */
const emptyFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async (count) => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      // Not in step with the frames, as no keystroke is.
      await new Promise((resolve) => setTimeout(resolve, 5 + ((n * 7) % 17)));
      const asked = performance.now();
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        }),
      );
      times.push(performance.now() - asked);
    }
    return times;
  }, 200);

function drawn(path: string, draw: (row: Row) => string): string[] {
  return reading(path, (raw) => {
    const chance = chances(7);
    const row = raw.prepare<[number], Row>(
      "select phone, name, pinyin, initials, coalesce(card_no, '668800000000') as card_no from member_lookup where n = ?",
    );
    return Array.from({ length: STROKES }, () => {
      const found = row.get(1 + Math.floor(chance() * MEMBERS));
      if (found === undefined) throw new Error('no such member');
      return draw(found);
    });
  });
}

function inSqlAlone(path: string, texts: readonly string[]): number[] {
  return reading(path, (raw) => {
    const index = new LookupIndex(raw);
    index.warm((step) => step());
    const today = businessDate(new Date().toISOString().slice(0, 10));
    for (const text of texts) index.find(readQuery(text), today);
    return texts.map((text) => {
      const started = performance.now();
      index.find(readQuery(text), today);
      return performance.now() - started;
    });
  });
}

function reading<T>(path: string, read: (raw: SQLite.Database) => T): T {
  const raw = connect(path, { readonly: true });
  try {
    return read(raw);
  } finally {
    raw.close();
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintList } from '@db/complaints/list';
import { showingOf } from '@db/complaints/queries';
import { indexComplaint, indexMissingComplaints } from '@db/complaints/search';
import { createStore, type OpenedStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { businessDate, instant } from '@domain/units';
import { complaintProse, insertComplaints, manyComplaints } from '../support/complaint-rows';
import { chances, crowd, idOf, insertMembers, pick } from '../support/member-rows';
import { type BenchTable, median, ms, percentile } from './table';

const COMPLAINTS = 50_000;
const MEMBERS = 20_000;
const NOW = instant(Date.parse('2026-05-18T04:00:00Z'));
const TODAY = businessDate('2026-05-18');
/** Queries of each kind; p99 needs some hundreds. */
const QUERIES = 300;
/** LIKE scans are slow; a few show their size. */
const SCANS = 8;
/** Rows of the first page, as the screen asks for them. */
const PAGE = 50;

const NO_FILTER = {
  ...({ which: 'all', object: null, reasonGroup: null, reason: null, severity: null } as const),
  ...{ aboutStaffId: null, from: null, to: null, lateOnly: false },
};

type Draw = (chance: () => number) => string;

/** A part of so many characters out of what customers write; it may well stand across two words. */
const han =
  (length: number): Draw =>
  (chance) => {
    for (;;) {
      const parts = complaintProse(chance, 40, 60).match(/\p{Script=Han}+/gu) ?? [];
      const long = parts.filter((part) => part.length >= length);
      const part = long[Math.floor(chance() * long.length)];
      if (part === undefined) continue;
      const from = Math.floor(chance() * (part.length - length + 1));
      return part.slice(from, from + length);
    }
  };

const KINDS: readonly (readonly [string, Draw])[] = [
  ['two Han characters', han(2)],
  ['three Han characters', han(3)],
  ['four Han characters', han(4)],
  [
    'the beginning of a Latin word',
    (chance) => pick(['lat', 'cos', 'refu', 'iph', 'dh', '500', '5k', 'us'], chance()),
  ],
  ['two words', (chance) => `${han(2)(chance)} ${han(2)(chance)}`],
];

/** The archive's full-text search with the first page of rows, as its screen asks for them. */
export default async function complaintSearch(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  const store = createStore(join(folder, 'shuke.db'), instant(0), (raw) =>
    fillNewStore(raw, {
      id: idOf(0, 1),
      name: 'bench',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: true,
      owner: { id: idOf(0, 2), name: 'bench' },
      now: instant(0),
    }),
  );
  try {
    return await measure(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(store: OpenedStore): Promise<BenchTable> {
  const { raw } = store;
  raw.pragma('synchronous = off'); // the seeding only
  const members = insertMembers(raw, crowd(MEMBERS));
  const ids = insertComplaints(raw, manyComplaints(COMPLAINTS, { members, until: NOW }));
  const indexed = performance.now();
  indexMissingComplaints(raw);
  const indexing = performance.now() - indexed;
  raw.pragma('wal_checkpoint(truncate)');
  raw.pragma('synchronous = full');
  const rows: string[][] = [];
  for (const [kind, draw] of KINDS) rows.push(await row(store, kind, draw));
  const one = await indexOne(store, ids);
  return {
    title: `Full-text search over ${COMPLAINTS.toLocaleString('en')} complaints, the first ${PAGE} rows and the count of all`,
    columns: ['query', 'LIKE scan p50', 'p50', 'p99', 'scan ÷ p50', 'found'],
    rows,
    notes: [
      `${QUERIES} queries of each kind, parts of what customers write; beside the scan of the same texts by LIKE (${SCANS} of each kind), which finds part of a Latin word anywhere and counts only.`,
      `One complaint is indexed in its command in ${ms(one.p50)} (p99 ${ms(one.p99)}), all of them anew in ${(indexing / 1000).toFixed(1)} s.`,
    ],
  };
}

async function row(store: OpenedStore, kind: string, draw: Draw): Promise<string[]> {
  const chance = chances(17);
  const queries = Array.from({ length: QUERIES }, () => draw(chance));
  const ask = async (text: string) => {
    const showing = await showingOf(store.db, { now: NOW, today: TODAY });
    return await complaintList(store.db, { ...NO_FILTER, text, offset: 0, limit: PAGE }, showing);
  };
  const scans = queries.slice(0, SCANS).map((query) => {
    const start = performance.now();
    likeScan(store, query);
    return performance.now() - start;
  });
  for (const query of queries.slice(0, 50)) await ask(query);
  const times: number[] = [];
  let found = 0;
  for (const query of queries) {
    const start = performance.now();
    found += (await ask(query)).total;
    times.push(performance.now() - start);
  }
  const [scan, p50] = [median(scans), median(times)];
  return [
    kind,
    ms(scan),
    ms(p50),
    ms(percentile(times, 0.99)),
    `${Math.round(scan / p50)} x`,
    Math.round(found / queries.length).toLocaleString('en'),
  ];
}

/** The archive as anybody would first write it. */
function likeScan({ raw }: OpenedStore, query: string): number {
  const columns = ['c.what', 'c.wish', 'c.product', 'c.result', 'c.cause', 'c.measure', 'm.name'];
  const words = query.split(' ').map((word) => `%${word}%`);
  const holds = (name: string) =>
    `(${columns.map((column) => `${column} like ${name}`).join(' or ')}
      or exists (select 1 from complaint_event e where e.complaint_id = c.id and e.note like ${name}))`;
  const all = words.map((_, at) => holds(`@w${at}`)).join(' and ');
  return (
    raw
      .prepare<Record<string, string>, number>(
        `select count(*) from complaint c left join member m on m.id = c.member_id where ${all}`,
      )
      .pluck()
      .get(Object.fromEntries(words.map((word, at) => [`w${at}`, word]))) ?? 0
  );
}

async function indexOne({ db }: OpenedStore, ids: readonly string[]): Promise<{ p50: number; p99: number }> {
  const chance = chances(23);
  const times: number[] = [];
  await db.transaction().execute(async (tx) => {
    for (let run = 0; run < QUERIES * 2; run++) {
      const id = pick(ids, chance());
      const start = performance.now();
      indexComplaint(tx, id);
      if (run >= QUERIES) times.push(performance.now() - start);
    }
  });
  return { p50: median(times), p99: percentile(times, 0.99) };
}

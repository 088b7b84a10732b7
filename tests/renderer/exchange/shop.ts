import { idOf } from '../support/shop';

export const JOB = idOf(800);
export const reading = {
  encoding: 'utf-8',
  separator: 'whitespace',
  header: false,
  dateFormat: 'ymd',
  columns: ['external_id', 'date', null, 'amount'],
  createMembers: true,
  points: 'from_purchase_day',
};
export const aPreview = (more: object = {}) => ({
  fileId: idOf(700),
  name: 'CDNOW_sample.txt',
  bytes: 193_000,
  reading,
  headers: [],
  rows: [
    ['00004', '19970101', '2', '29.33'],
    ['00004', '19970118', '2', '29.73'],
  ],
  damagedPhones: 0,
  missing: [],
  ...more,
});
export const groups = {
  rows: 6919,
  newMembers: 2357,
  knownMembers: 0,
  newPurchases: 6911,
  alreadyThere: 0,
  refused: 8,
  money: 24_408_000,
  openingPoints: 0,
  earnedPoints: 241_350,
  refusedBy: [{ why: 'date_malformed', rows: 8, firstLine: 120 }],
};
export const aJob = (more: object = {}) => ({
  id: JOB,
  kind: 'dry_run',
  state: 'running',
  step: 'checking',
  done: 100,
  total: 6919,
  startedAt: Date.now(),
  result: null,
  failure: null,
  failureLine: null,
  ...more,
});
export const anImport = (more: object = {}) => ({
  id: idOf(710),
  kind: 'purchases',
  fileName: 'CDNOW_sample.txt',
  state: 'done',
  startedAt: Date.UTC(2026, 10, 21, 6),
  members: 2357,
  purchases: 6911,
  refused: 8,
  refusedFile: '/x/refused.csv',
  ...more,
});

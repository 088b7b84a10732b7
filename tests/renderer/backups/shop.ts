import type { Replies } from '../support/bridge';
import { deskOf, idOf } from '../support/shop';

export const OWNER = { id: idOf(70), name: '王老板', role: 'owner' } as const;
/** 22 November, 09:12 in Shanghai. */
export const MADE_AT = Date.UTC(2026, 10, 22, 1, 12);

export const aBackup = (more: object = {}) => ({
  where: 'here',
  id: 'shuke-20261122T011200Z',
  madeAt: MADE_AT,
  bytes: 1_290_240,
  path: '/shop/backups/shuke-20261122T011200Z.db',
  verifiedAt: MADE_AT,
  encrypted: false,
  holds: { members: 2000, purchases: 31_204 },
  ...more,
});

export const aStanding = (more: object = {}) => ({
  sample: false,
  last: aBackup(),
  nextDue: MADE_AT + 86_400_000,
  running: null,
  second: null,
  secondNeedsCode: false,
  trial: null,
  disk: { folder: '/shop', freeBytes: 50_000_000_000, level: 'fine' },
  problems: [],
  undo: null,
  putAside: [],
  ...more,
});

export const aPreview = (more: object = {}) => ({
  backup: aBackup(),
  storeName: '街角咖啡',
  otherStore: false,
  lost: [{ kind: 'purchases', rows: 14, since: MADE_AT }],
  needsRecoveryCode: false,
  owners: [OWNER],
  phrase: '恢复备份',
  ...more,
});

/** The owner of a shop with one backup. */
export const withBackups = (more: Replies = {}): Replies => ({
  'staff.current': () => deskOf(OWNER),
  'backups.standing': () => aStanding(),
  'backups.list': () => [aBackup()],
  'backups.previewRestore': () => aPreview(),
  'exchange.imports': () => [],
  'exchange.exports': () => [],
  'exchange.runningJob': () => null,
  ...more,
});

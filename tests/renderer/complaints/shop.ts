import type { ComplaintDetail } from '@renderer/features/complaints/api';
import type { AskedWith } from '@renderer/lib/rooms';
import type { Replies } from '../support/bridge';
import { idOf } from '../support/shop';

export const HOUR = 3_600_000;

/** Complaint 17, received an hour ago unless said otherwise, the answer due 24 hours after that. */
export const aComplaint = (more: object = {}) => ({
  id: idOf(517),
  number: 17,
  memberId: idOf(1),
  memberName: '张三',
  object: 'goods',
  reasonGroup: 'goods',
  reason: 'goods_spoiled',
  reasonName: '',
  severity: 'normal',
  what: '鱼油发霉，要求退货',
  state: 'open',
  receivedAt: Date.now() - HOUR,
  pausedAt: null,
  escalatedTo: null,
  nextDue: { clock: 'response', at: Date.now() + 23 * HOUR },
  late: false,
  found: null,
  ...more,
});

export const STEP = {
  seq: 1,
  kind: 'logged',
  note: '',
  at: Date.UTC(2026, 4, 17, 6, 5),
  staffName: '李店员',
  due: [],
  data: { of: 'nothing' },
};

export const aDetail = (row: ReturnType<typeof aComplaint>, more: object = {}) => {
  const { found: _, ...shown } = row;
  return {
    ...shown,
    purchase: null,
    product: '',
    aboutStaff: null,
    channel: 'counter',
    wish: '退货',
    storeHours: false,
    responseDueAt: row.receivedAt + 24 * HOUR,
    resolutionDueAt: row.receivedAt + 168 * HOUR,
    firstRespondedAt: null,
    respondedAt: null,
    resolvedAt: null,
    closedAt: null,
    responseBreached: false,
    resolutionBreached: false,
    satisfaction: null,
    result: '',
    cause: '',
    measure: '',
    photos: [],
    compensations: [],
    timeline: [
      {
        ...STEP,
        at: row.receivedAt,
        due: [
          {
            clock: 'response',
            at: row.receivedAt + 24 * HOUR,
            from: row.receivedAt,
            hours: 24,
            storeHours: false,
          },
          {
            clock: 'resolution',
            at: row.receivedAt + 168 * HOUR,
            from: row.receivedAt,
            hours: 168,
            storeHours: false,
          },
        ],
      },
    ],
    ...more,
  };
};

export const page = (...rows: object[]) => ({ total: rows.length, rows });

/** A desk with these complaints, each with its detail. */
export const aDesk = (...rows: ReturnType<typeof aComplaint>[]): Replies => ({
  'complaints.list': () => page(...rows),
  'complaints.detail': ({ complaintId }: AskedWith<'complaints', 'detail'>) => {
    const row = rows.find(({ id }) => id === complaintId);
    return row === undefined ? null : aDetail(row);
  },
});

/** A desk with one complaint of which the test says what it needs. */
export const oneAtDesk = (
  more: object = {},
  detail: Partial<Record<keyof ComplaintDetail, unknown>> = {},
): Replies => {
  const row = aComplaint(more);
  return { 'complaints.list': () => page(row), 'complaints.detail': () => aDetail(row, detail) };
};

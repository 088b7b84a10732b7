import { idOf } from '../support/shop';

const HOUR = 3_600_000;

/** Complaint 17, received an hour ago unless said otherwise, the answer due 24 hours after that. */
export const aComplaint = (more: object = {}) => ({
  id: idOf(517),
  number: 17,
  memberId: idOf(1),
  memberName: '张三',
  object: 'goods',
  reason: 'goods_spoiled',
  severity: 'high',
  what: '鱼油发霉，要求退货',
  state: 'open',
  receivedAt: Date.now() - HOUR,
  nextDue: { clock: 'response', at: Date.now() + 23 * HOUR },
  ...more,
});

export const aDetail = (row: ReturnType<typeof aComplaint>, more: object = {}) => ({
  ...row,
  purchaseId: null,
  channel: 'counter',
  wish: '退货',
  responseDueAt: row.receivedAt + 24 * HOUR,
  resolutionDueAt: row.receivedAt + 168 * HOUR,
  respondedAt: null,
  resolvedAt: null,
  closedAt: null,
  result: '',
  cause: '',
  measure: '',
  timeline: [
    {
      seq: 1,
      kind: 'logged',
      note: '',
      at: row.receivedAt,
      staffName: '李店员',
      due: [
        { clock: 'response', at: row.receivedAt + 24 * HOUR, from: row.receivedAt, hours: 24 },
        { clock: 'resolution', at: row.receivedAt + 168 * HOUR, from: row.receivedAt, hours: 168 },
      ],
    },
  ],
  ...more,
});

export const page = (...rows: object[]) => ({ total: rows.length, rows });

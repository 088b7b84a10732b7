import { nowInstant } from '@renderer/lib/format';
import { idOf, ZHANG } from '../support/shop';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
export const dayIn = (days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const NO_FACTS = { on: null, silentDays: null, usualDays: null, years: null };

/** Ask after a first purchase, due today, for 张三; unless the test says otherwise. */
export const aTask = (more: object = {}) => ({
  id: idOf(601),
  kind: 'first_purchase',
  content: 'service',
  member: {
    id: ZHANG.id,
    name: '张三',
    memberNo: 'M000001',
    phoneMasked: '138****8812',
    tier: 'regular',
  },
  dueOn: today,
  lastDay: dayIn(4),
  about: '净水器',
  facts: NO_FACTS,
  state: 'open',
  ended: null,
  held: null,
  assignedTo: null,
  ...more,
});

export const aScript = (more: object = {}) => ({
  scriptId: 'first-purchase',
  name: '首购回访',
  cause: null,
  content: 'service',
  text: '张三您好，净水器用着还好吗？',
  missing: [],
  ...more,
});

export const aBudget = (more: object = {}) => ({
  used: 1,
  allowed: 2,
  left: 1,
  unanswered: 0,
  lowered: false,
  ...more,
});

/** A call from this very task, nothing said of its outcome yet. */
export const aContact = (more: object = {}) => ({
  id: idOf(701),
  taskId: idOf(601),
  kind: 'first_purchase',
  direction: 'out',
  channel: 'phone',
  content: 'service',
  counted: true,
  wechatAdded: false,
  text: '',
  at: nowInstant(),
  staffName: '李店员',
  outcomes: [],
  ...more,
});

/** The task with all that a call needs. */
export const aWholeTask = (row: ReturnType<typeof aTask>, more: object = {}) => ({
  ...row,
  phone: '13812348812',
  budget: aBudget(),
  scripts: [aScript()],
  note: '',
  cause: null,
  churnReason: null,
  measure: '',
  last: { on: dayIn(-3), product: '净水器', amount: 12800 },
  openComplaint: null,
  coupon: null,
  eventId: null,
  contacts: [],
  ...more,
});

export const page = (...rows: object[]) => ({ total: rows.length, rows });

import type { Replies } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';

export const within = (percent: number, low: number, high: number, of: number) => ({
  percent,
  low,
  high,
  of,
});

const MONTHS = Array.from({ length: 12 }, (_, index) => {
  const month = new Date(Date.UTC(2025, 11 + index, 1)).toISOString().slice(0, 7);
  return {
    month,
    answers: 20 + index,
    satisfaction: 80 + index,
    wordOfMouth: index === 3 ? null : 40,
    nps: -8,
  };
});

/** A quarter with 57 answers: satisfied beyond doubt, loyal perhaps, too few on recommending. */
export const someResults = (more: object = {}) => ({
  answers: 57,
  targets: { satisfaction: 80, loyalty: 60, wordOfMouth: 100 },
  satisfaction: within(94.7, 85.6, 98.2, 57),
  loyalty: within(61, 52.1, 69.2, 120),
  wordOfMouth: within(40, 22, 61.3, 20),
  nps: { score: 25, low: -11.6, high: 53.4, of: 20 },
  satisfactionCounts: [1, 1, 1, 14, 40],
  recommendCounts: [1, 0, 0, 0, 0, 1, 1, 4, 5, 3, 5],
  dimensions: [
    { id: 'range', group: 'expected', name: '', mean: 4.5, of: 30 },
    { id: 'timely', group: 'expected', name: '', mean: 3.2, of: 28 },
    { id: 'warmth', group: 'exceeding', name: '笑脸', mean: 4.8, of: 12 },
  ],
  months: MONTHS,
  ...more,
});

export const anAnswer = (number: number, more: object = {}) => ({
  id: idOf(600 + number),
  memberId: ZHANG.id,
  memberName: '张三',
  satisfaction: 1,
  recommend: 3,
  scores: { timely: 1 },
  note: '等了半小时',
  channel: 'display',
  servedBy: '李店员',
  at: Date.UTC(2026, 10, 21, 6),
  complaintId: null,
  ...more,
});

export const LI = {
  staffId: idOf(98),
  name: '李店员',
  sales: 312,
  answers: 40,
  satisfaction: within(95, 83.5, 98.6, 40),
  repurchase: within(50, 40.4, 59.6, 100),
  complaintsOnTime: within(100, 34.2, 100, 2),
  complaintsAbout: 1,
  notes: [{ kind: 'reward', note: '记得每位熟客的口味', on: '2026-11-20', by: '店主' }],
};
export const ZHAO = {
  ...LI,
  ...{
    staffId: idOf(97),
    name: '赵店员',
    satisfaction: within(50, 9.5, 90.5, 2),
    repurchase: null,
    notes: [],
  },
};

/** A shop that has asked its customers. */
export const withAnswers = (more: Replies = {}): Replies => ({
  'surveys.results': () => someResults(),
  'surveys.answers': ({ lowOnly }: { lowOnly: boolean }) => ({
    ...{
      total: lowOnly ? 1 : 2,
      rows: [anAnswer(1), anAnswer(2, { satisfaction: 5, recommend: 10, note: '很好' })],
    },
    ...(lowOnly ? { rows: [anAnswer(1)] } : {}),
  }),
  'surveys.ranking': () => [LI, ZHAO],
  'surveys.changes': () => [],
  ...more,
});

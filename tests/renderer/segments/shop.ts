import type { Locale } from '@domain/locale';
import type { SegmentRule } from '@domain/segments/segment';
import { showPart } from '@renderer/app/insights/insights-state';
import { build } from '@renderer/features/segments/state';
import { screen } from '@testing-library/react';
import type { Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindowIn, words } from '../support/window';

export const SILENT: SegmentRule = {
  all: [
    { any: [{ kind: 'choice', fact: 'value', in: ['high'], not: false }] },
    { any: [{ kind: 'number', fact: 'silent_days', from: 60, to: null, not: false }] },
  ],
};

export const aSegment = (number: number, more: object = {}) => ({
  id: idOf(800 + number),
  name: `分群${number}`,
  rule: SILENT,
  createdAt: Date.UTC(2026, 10, 1),
  changedAt: Date.UTC(2026, 10, 1),
  staffName: '李店员',
  ...more,
});

export const aMember = (number: number, more: object = {}) => ({
  id: idOf(number),
  name: `会员${number}`,
  phoneMasked: '138****0000',
  memberNo: `M${number}`,
  tier: 'regular',
  points: 0,
  openComplaints: 0,
  usableCoupons: 0,
  lastVisitOn: '2026-09-01',
  visits: 3,
  joinedOn: '2025-01-01',
  silentDays: 82,
  insight: null,
  ...more,
});

/** A store with one saved segment, whose every rule finds two members. */
export const aStore = (more: Replies = {}): Replies => ({
  'segments.list': () => [aSegment(1)],
  'segments.sizes': () => [{ segmentId: idOf(801), members: 412, reachable: 350 }],
  'segments.count': () => ({ members: 412, reachable: 350, names: ['张三', '李静'] }),
  'segments.members': () => ({ total: 2, rows: [aMember(1), aMember(2)] }),
  'segments.vocabulary': () => ({
    tags: [{ word: '靠窗', members: 30 }],
    interests: [],
    occupations: [],
    products: [{ word: '奶茶', bills: 900 }],
    advisers: [],
    clusters: [],
  }),
  'segments.rounds': () => [],
  ...more,
});

/** The window at the segments, in a language, fresh. */
export async function atSegments(more: Replies = {}, locale: Locale = 'zh-CN') {
  build('another store', {}); // what the test before has begun is shown here no longer
  showPart('segments');
  const opened = await openWindowIn(locale, aStore(more));
  await opened.user.keyboard('{Control>}7{/Control}');
  await screen.findByRole('grid', { name: words('segments:saved.title') });
  return opened;
}

export const say = (key: string, values: Record<string, unknown> = {}) => words(`segments:${key}`, values);
export const picker = () => screen.findByRole<HTMLInputElement>('combobox', { name: say('builder.addLine') });

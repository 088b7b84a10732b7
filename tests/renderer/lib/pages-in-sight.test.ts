import { pagesInSight } from '@renderer/lib/pages-in-sight';
import { expect, it } from 'vitest';

const first = ['a', 'b', 'c', 'd'];
const last = ['e', 'f'];

it('what is in sight within one page is read by that page alone', () => {
  const pages = pagesInSight({ from: 4, to: 7 }, 4);
  expect(pages.first).toEqual({ offset: 4, limit: 4 });
  expect(pages.last).toEqual(pages.first);
});

it('across the end of a page by both, and each row is found in its own', () => {
  const pages = pagesInSight({ from: 2, to: 5 }, 4);
  expect([pages.first.offset, pages.last.offset]).toEqual([0, 4]);
  const rows = [2, 3, 4, 5].map((index) => pages.rowAt(index, first, last));
  expect(rows).toEqual(['c', 'd', 'e', 'f']);
});

it('a row whose page is on its way, or that is out of sight, is not known', () => {
  const pages = pagesInSight({ from: 2, to: 5 }, 4);
  expect(pages.rowAt(4, first, undefined)).toBeUndefined();
  expect(pages.rowAt(8, first, last)).toBeUndefined();
});

it('a list of which nothing is in sight yet begins at its top', () => {
  expect(pagesInSight({ from: 0, to: 0 }, 4).last).toEqual({ offset: 0, limit: 4 });
});

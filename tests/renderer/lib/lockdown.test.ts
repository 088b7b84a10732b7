import { refuseMarkup } from '@renderer/lib/lockdown';
import { isTouched } from '@renderer/lib/scopes';
import { expect, it } from 'vitest';

it('no string becomes markup', () => {
  expect(refuseMarkup(':root { color: red }')).toBe(':root { color: red }');
  expect(() => refuseMarkup('<img src=x>')).toThrow();
});

it('an answer is stale when something that it shows has changed', () => {
  expect(isTouched(['members', 'card', { memberId: 'x' }], ['complaints'])).toBe(true);
  expect(isTouched(['points', 'lots', {}], ['complaints'])).toBe(false);
  expect(isTouched(['settings', 'preferences', {}], ['settings'])).toBe(false);
  expect(isTouched(['unknown', 'thing'], ['store'])).toBe(false);
});

import { i18next, speak } from '@renderer/lib/i18n';
import { type Phrase, useSay } from '@renderer/lib/phrase';
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

afterEach(() => speak('zh-CN'));

const LIST: Phrase = {
  key: 'insights:classes.service_list',
  values: { class: { key: 'segments:choice.class.A' } },
};
/** What a key says in a language by itself. */
const told = (lng: string, key: string, values: object = {}) =>
  String(i18next.t(key as 'common:app', { lng, ...values }));

it('says a phrase, and the phrases in it, in the language that is on', () => {
  const { result } = renderHook(() => useSay());
  const inChinese = result.current(LIST);
  expect(inChinese).toBe(
    told('zh-CN', 'insights:classes.service_list', { class: told('zh-CN', 'segments:choice.class.A') }),
  );
  act(() => speak('en'));
  expect(result.current(LIST)).toBe(
    told('en', 'insights:classes.service_list', { class: told('en', 'segments:choice.class.A') }),
  );
  expect(result.current(LIST)).not.toBe(inChinese);
});

it('counts by the rules of the language, and writes a month as it does', () => {
  const { result } = renderHook(() => useSay());
  const has = (count: number): Phrase => ({ key: 'insights:base.has', values: { count } });
  const joined: Phrase = { key: 'insights:growth.joined', values: { month: { month: '2026-12' } } };
  expect(result.current(joined)).toContain('2026年12月');
  act(() => speak('en'));
  expect(result.current(joined)).toContain('Dec 2026');
  expect(result.current(has(1))).toBe(told('en', 'insights:base.has', { count: 1 }));
  expect(result.current(has(2))).toBe(told('en', 'insights:base.has', { count: 2 }));
});

it('is the same function as long as the language is', () => {
  const { result, rerender } = renderHook(() => useSay());
  const before = result.current;
  rerender();
  expect(result.current).toBe(before);
  act(() => speak('en'));
  expect(result.current).not.toBe(before);
});

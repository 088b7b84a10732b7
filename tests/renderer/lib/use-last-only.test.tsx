import { useLastOnly } from '@renderer/lib/use-last-only';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { later } from '../support/bridge';

it('asks one thing at a time, and of those wanted meanwhile only the last; only its answer counts', async () => {
  const begun: string[] = [];
  const counted: string[] = [];
  const answers = { first: later<void>(), second: later<void>(), third: later<void>() };
  const { result } = renderHook(() =>
    useLastOnly(async (wanted: keyof typeof answers, isLast) => {
      begun.push(wanted);
      await answers[wanted].promise;
      if (isLast()) counted.push(wanted);
    }),
  );
  let all: Promise<unknown> = Promise.resolve();
  act(() => {
    all = Promise.all([
      result.current.ask('first'),
      result.current.ask('second'),
      result.current.ask('third'),
    ]);
  });
  expect(begun).toEqual(['first']);
  expect(result.current.busy).toBe(true);
  await act(async () => {
    answers.first.come();
    answers.third.come();
    await all;
  });
  expect(begun).toEqual(['first', 'third']);
  expect(counted).toEqual(['third']);
  expect(result.current.busy).toBe(false);
});

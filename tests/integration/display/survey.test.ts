import type { Doing } from '@contract/display';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const ASK = '0190a5d0-0000-7000-8000-00000000000a';
type Survey = Extract<Doing, { kind: 'survey' }>;

const ask = (more: Partial<Survey> = {}) =>
  shop.client.display.show({
    ...{ kind: 'survey', askId: ASK, seen: 0, satisfaction: null, recommend: null, saved: false },
    ...more,
  });
const tap = (satisfaction: number | null, recommend: number | null, finished = false, askId = ASK) =>
  shop.client.display.answerSurvey({ askId, satisfaction, recommend, finished });
const view = async () => (await shop.client.display.customerView({})).view;
const said = () => shop.client.display.surveyAnswer({ askId: ASK });
const LATE = { ok: false, refusal: { code: 'not_asked', params: {} } };

describe("S84 a survey on the customer's display", () => {
  it('shows the two questions and nothing of anybody', async () => {
    await ask();
    expect(await view()).toEqual({
      ...{ kind: 'survey', askId: ASK, satisfaction: null, recommend: null, finished: false },
    });
  });

  it('what the customer taps reaches the counter', async () => {
    await ask();
    expect(await said()).toEqual({ taps: 0, answer: null });
    await tap(4, null);
    await tap(4, 9, true);
    expect(await said()).toEqual({ taps: 2, answer: { satisfaction: 4, recommend: 9, finished: true } });
    expect(await view()).toMatchObject({ satisfaction: 4, recommend: 9, finished: true });
  });

  it("stays the customer's answer while the counter says the same, and is theirs no longer once it is keyed otherwise", async () => {
    await ask();
    await tap(4, 9, true);
    await ask({ seen: 1, satisfaction: 4, recommend: 9 });
    expect((await said()).answer).toMatchObject({ recommend: 9 });
    await ask({ seen: 1, satisfaction: 4, recommend: 8 });
    expect((await said()).answer).toBeNull();
    expect(await view()).toMatchObject({ recommend: 8, finished: false });
  });

  it('a tap is never undone by what the counter said before it had seen it', async () => {
    await ask();
    await tap(2, null);
    await ask({ satisfaction: 5 });
    expect(await view()).toMatchObject({ satisfaction: 2 });
  });

  it('a tap is refused once it is saved, once it is over, and in another survey', async () => {
    await ask();
    expect(await tap(5, null, false, '0190a5d0-0000-7000-8000-00000000000b')).toEqual(LATE);
    await tap(5, 10, true);
    await ask({ satisfaction: 5, recommend: 10, saved: true });
    expect(await view()).toMatchObject({ finished: true });
    expect(await tap(1, 0, true)).toEqual(LATE);
    await shop.client.display.show({ kind: 'idle' });
    expect(await tap(1, 0, true)).toEqual(LATE);
    expect(await said()).toEqual({ taps: 0, answer: null });
  });

  it('is none of a sign-up with the same id', async () => {
    await shop.client.display.show({
      ...{ kind: 'consent', askId: ASK, textVersion: '2026-11', seen: 0 },
      ...{ personalData: false, marketing: false },
    });
    expect(await tap(5, null)).toEqual(LATE);
    expect(await said()).toEqual({ taps: 0, answer: null });
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { FRIEND, OWN, Story, yuan } from './story';

let story: Story;
beforeEach(async () => {
  story = await Story.begin({}, []);
  await story.signUp(OWN);
  await story.signUp(FRIEND);
});
afterEach(async () => {
  expect(story.shop.reported).toEqual([]);
  await story.shop.close();
});

async function ring(receiptNo: string, amount: number, by = OWN): Promise<string> {
  const outcome = await story.shop.client.purchases.record(story.shop.request(), {
    memberId: story.member(by),
    gross: yuan(amount),
    receiptNo,
    items: [],
    redeem: 0 as never, // no points
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.purchaseId;
}
const bills = (receiptNo: string) => story.shop.client.purchases.ofReceipt({ receiptNo });

it('a receipt number finds the bill and whose it is, exactly as it is printed', async () => {
  const purchaseId = await ring('A-0042', 83.8);
  expect(await bills('A-0042')).toMatchObject([
    { purchaseId, memberId: story.member(OWN), memberName: OWN, total: 8380 },
  ]);
  expect(await bills('A-004')).toEqual([]);
  expect(await bills('')).toEqual([]);
});

it('of one number on several days all are found, the latest first', async () => {
  const first = await ring('0001', 10);
  story.shop.clock.advanceDays(1);
  const second = await ring('0001', 20, FRIEND);
  expect((await bills('0001')).map(({ purchaseId }) => purchaseId)).toEqual([second, first]);
});

it('a sale that was undone has given its number free', async () => {
  const purchaseId = await ring('0001', 10);
  await story.shop.client.purchases.undo(story.shop.request(), { purchaseId });
  expect(await bills('0001')).toEqual([]);
});

import { couponCodeOf } from '@domain/coupons/code';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { aCoupon, cardOf, idOf, MIN, ZHANG } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const CODE = couponCodeOf(idOf(77));
/** The last digit changed: no code at all. */
const MISTYPED = `${CODE.slice(0, -1)}${(Number(CODE.slice(-1)) + 1) % 10}`;
const coupon = aCoupon(1, { id: idOf(77), code: CODE });

const replies = (more: Replies = {}, on: object = coupon): Replies => ({
  'members.lookup': ({ text }: { text: string }) =>
    text === CODE
      ? { readAs: 'coupon', rows: [{ ...ZHANG, match: 'coupon' }] }
      : { readAs: 'card', rows: [] },
  'members.card': ({ memberId }: { memberId: string }) =>
    cardOf(memberId === MIN.id ? MIN : ZHANG, { coupons: [coupon] }),
  'coupons.byCode': () => ({ found: true, coupon: on, memberName: '张三' }),
  ...more,
});

/** A scanner: a key every 5 ms, ended by Enter. */
function scan(target: HTMLElement, code: string): void {
  let at = performance.now() + 1_000_000;
  for (const key of [...code, 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    at += 5;
    Object.defineProperty(event, 'timeStamp', { value: at });
    const allowed = target.dispatchEvent(event);
    if (allowed && key.length === 1 && target instanceof HTMLInputElement)
      fireEvent.change(target, { target: { value: target.value + key } });
  }
}
const onTheBill = () => screen.findByRole('button', { name: /券1/, pressed: true });

it('a code typed into the box opens the owner’s card and lays the coupon on the bill', async () => {
  const { user } = await openWindow(replies());
  await user.type(box(), CODE);
  expect(
    await screen.findByText(words('members:box.readAs', { as: words('members:readAs.coupon') })),
  ).toBeDefined();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  expect(await onTheBill()).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText(words('purchases:sale.amount')));
  expect(box().value).toBe('');
});

it('a scan while the amount is typed keeps the sale, and the field as it was', async () => {
  const { user } = await openWindow(
    replies({
      'members.lookup': ({ text }: { text: string }) =>
        text === CODE
          ? { readAs: 'coupon', rows: [{ ...ZHANG, match: 'coupon' }] }
          : { readAs: 'phone_part', rows: [ZHANG] },
    }),
  );
  await user.type(box(), '8812{Enter}');
  const amount = await screen.findByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
  await user.type(amount, '88.80');
  scan(amount, CODE);
  expect(await onTheBill()).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(words('purchases:sale.amount')).value).toBe('88.80');
});

it('a scan into the field of the receipt number is a coupon all the same', async () => {
  const { user } = await openWindow(
    replies({
      'members.lookup': ({ text }: { text: string }) =>
        text === CODE
          ? { readAs: 'coupon', rows: [{ ...ZHANG, match: 'coupon' }] }
          : { readAs: 'phone_part', rows: [ZHANG] },
    }),
  );
  await user.type(box(), '8812{Enter}');
  const receipt = await screen.findByLabelText<HTMLInputElement>(words('purchases:sale.receiptNo'));
  receipt.focus();
  scan(receipt, CODE);
  expect(await onTheBill()).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(words('purchases:sale.receiptNo')).value).toBe('');
});

it('a scan of another member’s coupon opens that member', async () => {
  const { user } = await openWindow(
    replies({
      'members.lookup': ({ text }: { text: string }) =>
        text === CODE
          ? { readAs: 'coupon', rows: [{ ...ZHANG, match: 'coupon' }] }
          : { readAs: 'phone_part', rows: [MIN] },
    }),
  );
  await user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张敏' });
  scan(box(), CODE);
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  expect(await onTheBill()).toBeDefined();
});

it('one that is of no use today says why, beside its owner’s coupons', async () => {
  const used = aCoupon(1, { id: idOf(77), code: CODE, state: 'used', stateToday: 'used' });
  const { user } = await openWindow(replies({ 'coupons.ofMember': () => [used] }, used));
  await user.type(box(), `${CODE}{Enter}`);
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  const region = await screen.findByRole('region', { name: words('coupons:title') });
  await waitFor(() => expect(region.textContent).toContain(words('coupons:group.used', { count: 1 })));
  expect(screen.getByText(words('coupons:notUsable.used'))).toBeDefined();
  expect(document.activeElement).toBe(box());
});

it.each([
  ['a wrong check digit', MISTYPED, 'counter:wrongCode'],
  ['a code that was never issued', CODE, 'counter:unknownCode'],
])('%s is said in a sentence, and nobody is signed up for it', async (_what, code, sentence) => {
  const { user } = await openWindow(replies({ 'members.lookup': () => ({ readAs: 'card', rows: [] }) }));
  await user.type(box(), `${code}{Enter}`);
  expect(await screen.findByText(words(sentence))).toBeDefined();
  const readAs = words('members:readAs.coupon');
  expect(screen.getByText(words('members:box.readAs', { as: readAs }))).toBeDefined();
  await settle();
  expect(screen.queryByText(words('counter:nobody', { text: code }))).toBeNull();
  expect(screen.queryByRole('region', { name: words('members:signUp.title') })).toBeNull();
  expect(box().value).toBe(code);
});

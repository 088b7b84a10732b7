import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf, MIN, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(words(`members:field.${name}`));
const consent = () => screen.getByLabelText<HTMLInputElement>(words('members:consent.personalData'));

async function signingUp(more: Replies = {}) {
  const opened = await openWindow({
    'members.signUp': () => ({ memberId: ZHANG.id, memberNo: 'M000009' }),
    ...more,
  });
  await opened.user.keyboard('{F1}');
  await screen.findByLabelText(words('members:field.name'));
  return opened;
}

it('is name, phone, consent, Enter: and the new member stands open', async () => {
  const { bridge, user } = await signingUp();
  expect(document.activeElement).toBe(field('name'));
  await user.keyboard('张三{Tab}13812348812{Tab} {Enter}');
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  expect(document.activeElement).toBe(box());
  expect(bridge.of('members.signUp')[0]?.input).toMatchObject({
    name: '张三',
    phone: '13812348812',
    birthday: null,
    gender: null,
    source: 'walk_in',
    tags: [],
    consent: { personalData: true, marketing: false },
    distinct: false,
  });
});

it('takes the optional parts, a birthday without its year among them', async () => {
  const { bridge, user } = await signingUp();
  await user.type(field('name'), '李雷');
  await user.type(field('month'), '2');
  await user.type(field('day'), '29');
  await user.type(screen.getByPlaceholderText(words('members:field.tagsHint')), '少糖,');
  await user.type(field('note'), '靠窗');
  await user.click(consent());
  await user.type(field('cardNo'), 'A-100{Enter}');
  await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
  expect(bridge.of('members.signUp')[0]?.input).toMatchObject({
    birthday: { year: null, month: 2, day: 29 },
    tags: ['少糖'],
    note: '靠窗',
  });
});

it('a day that does not exist is refused at the field, before anything is sent', async () => {
  const { bridge, user } = await signingUp();
  await user.type(field('month'), '2');
  await user.type(field('day'), '30{Enter}');
  expect(screen.getByText(words('members:refusal.birthday_malformed'))).toBeDefined();
  expect(document.activeElement).toBe(field('month'));
  expect(bridge.of('members.signUp')).toEqual([]);
});

it('without consent: says so at the box to tick, and puts the focus there', async () => {
  const { user } = await signingUp({ 'members.signUp': () => refused('consent_needed') });
  await user.keyboard('张三{Enter}');
  expect(await screen.findByText(words('members:refusal.consent_needed'))).toBeDefined();
  expect(document.activeElement).toBe(consent());
});

it('a taken phone names whose it is, and one key opens that member', async () => {
  const { user } = await signingUp({
    'members.signUp': () =>
      refused('phone_taken', { memberId: MIN.id, name: MIN.name, phoneMasked: MIN.phoneMasked }),
  });
  await user.keyboard('张三{Tab}15912348812{Enter}');
  expect(await screen.findByText(words('members:taken.by', { name: '张敏' }))).toBeDefined();
  expect(screen.getByLabelText(words('members:field.phoneShared'))).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
});

it('similar members are shown; "another person" goes on, and only then says so', async () => {
  const similar = {
    members: [
      { id: ZHANG.id, name: '张三', phoneMasked: ZHANG.phoneMasked, why: 'same_name_and_phone_tail' },
    ],
  };
  const { bridge, user } = await signingUp({
    'members.signUp': ({ distinct }: { distinct: boolean }) =>
      distinct ? { memberId: MIN.id, memberNo: 'M000010' } : refused('similar_exists', similar),
  });
  await user.keyboard('张三{Enter}');
  const known = await screen.findByRole('button', { name: /张三 138\*\*\*\*8812/ });
  expect(document.activeElement).toBe(known);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('article', { name: '张敏' });
  const calls = bridge.of('members.signUp');
  expect(calls.map((call) => (call.input as { distinct: boolean }).distinct)).toEqual([false, true]);
  expect(calls[0]?.requestId).not.toBe(calls[1]?.requestId);
});

it('the referrer is found like a member in the box', async () => {
  const { bridge, user } = await signingUp();
  await user.type(screen.getByPlaceholderText(words('members:field.referrerHint')), '8812');
  await user.click(await screen.findByRole('option', { name: /张敏/, hidden: true }));
  await user.type(field('name'), '李雷{Enter}');
  await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
  expect(bridge.of('members.signUp')[0]?.input).toMatchObject({ referrerId: idOf(2), source: 'referral' });
});

import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { cardOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

async function editing(more: Replies = {}) {
  const opened = await openWindow({ 'members.change': () => ({}), ...more });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F9}');
  await screen.findByRole('region', { name: words('members:edit.title') });
  return opened;
}

it('F9 opens what is known, Enter saves it, the box has the focus again', async () => {
  const { bridge, user } = await editing();
  const name = screen.getByLabelText(words('members:field.name'));
  await user.clear(name);
  await user.type(name, '张三丰{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(box()));
  expect(bridge.of('members.change')[0]?.input).toMatchObject({
    memberId: ZHANG.id,
    name: '张三丰',
    phone: '13812348812',
  });
});

it('a malformed phone is refused at its field', async () => {
  const { user } = await editing({ 'members.change': () => refused('phone_malformed') });
  await user.keyboard('{Enter}');
  expect(await screen.findByText(words('members:refusal.phone_malformed'))).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText(words('members:field.phone')));
});

it('consent is withdrawn in three steps and given in two', async () => {
  const { bridge, user } = await editing({ 'members.recordConsent': () => ({}) });
  const section = within(screen.getByRole('region', { name: words('members:consent.title') }));
  await user.click(section.getByRole('button', { name: words('members:consent.withdraw') }));
  expect(bridge.of('members.recordConsent')).toEqual([]);
  await user.click(section.getByRole('button', { name: words('members:consent.sure') }));
  await user.click(section.getByRole('button', { name: words('members:consent.give') }));
  await waitFor(() => expect(bridge.of('members.recordConsent')).toHaveLength(2));
  expect(bridge.of('members.recordConsent').map((call) => call.input)).toMatchObject([
    { purpose: 'personal_data', action: 'withdrawn' },
    { purpose: 'marketing', action: 'given' },
  ]);
});

it('the card says what one must know: complaint, lapsing points, debt, birthday, tags, note', async () => {
  const now = Date.now();
  const { user } = await openWindow({
    'members.card': () =>
      cardOf(ZHANG, {
        points: -60,
        pointsWorth: 0,
        debt: 60,
        lapsingSoon: { points: 120, lastDay: '2026-11-30' },
        birthday: { year: null, month: 11, day: 25 },
        occasions: [{ kind: 'birthday', inDays: 3, years: null, multiplier: null }],
        tags: ['少糖'],
        note: '对花生过敏',
        openComplaints: [
          {
            id: ZHANG.id,
            number: 17,
            what: '鱼油发霉',
            state: 'open',
            dueAt: now + 5.5 * 3_600_000,
            paused: false,
            overdue: false,
          },
        ],
      }),
  });
  await user.type(box(), '8812{Enter}');
  const card = await screen.findByRole('article', { name: '张三' });
  for (const text of [
    words('members:complaint.open', { number: 17, what: '鱼油发霉' }),
    words('members:card.debt', { points: '60' }),
    words('members:birthday.ahead', { count: 3 }),
    words('tiers:allowed.none'),
    '少糖',
    '对花生过敏',
    '138 1234 8812',
  ])
    expect(card.textContent).toContain(text);
});

it('S10 S33 what a member tells of themselves is kept as soon as the field is left', async () => {
  const { bridge, user } = await editing({ 'members.setProfile': () => ({}) });
  const section = within(await screen.findByRole('region', { name: words('members:profile.title') }));
  await user.type(await section.findByLabelText(words('members:profile.occupation')), '教师');
  expect(bridge.of('members.setProfile')).toEqual([]);
  await user.tab();
  await user.selectOptions(section.getByLabelText(words('members:profile.income')), 'middle');
  await user.click(section.getByLabelText(words('members:profile.need_emotional')));
  await user.type(section.getByLabelText(words('members:profile.interests')), '烘焙，');
  await waitFor(() => expect(bridge.of('members.setProfile')).toHaveLength(4));
  expect(bridge.of('members.setProfile').at(-1)?.input).toEqual({
    memberId: ZHANG.id,
    occupation: '教师',
    income: 'middle',
    education: null,
    priceSensitivity: null,
    needs: ['emotional'],
    interests: ['烘焙'],
  });
});

it('S28 what may not be kept without consent says so', async () => {
  const { user } = await editing({ 'members.setProfile': () => refused('consent_needed') });
  await user.selectOptions(await screen.findByLabelText(words('members:profile.education')), 'college');
  expect(await screen.findByRole('alert')).toHaveProperty('textContent', words('members:profile.no_consent'));
});

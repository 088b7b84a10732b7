import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';

const slip = () => screen.findByRole('dialog', { name: words('members:consent.slip.title') });
const name = () => screen.getByLabelText<HTMLInputElement>(words('members:field.name'));

/** A sign-up with a name in it, its consent slip open. */
async function atTheSlip(more: Replies = {}) {
  const opened = await openWindow({
    'members.signUp': () => ({ memberId: ZHANG.id, memberNo: 'M000009' }),
    'slips.printers': () => [{ name: 'POS-58', label: '小票机' }],
    'slips.choice': () => ({ paper: 58, printer: null }),
    'slips.choose': (chosen: object) => chosen,
    'slips.print': () => ({}),
    ...more,
  });
  await opened.user.keyboard('{F1}');
  await screen.findByLabelText(words('members:field.name'));
  await opened.user.keyboard('张三{Alt>}p{/Alt}');
  await within(await slip()).findByRole('article');
  return opened;
}

describe('a consent to sign by hand (S28)', () => {
  it('says who, both questions apart, how to withdraw, and which wording it is', async () => {
    await atTheSlip();
    const paper = within(await slip()).getByRole('article');
    for (const said of [
      '张三',
      words('display:consent.personalData'),
      words('members:consent.text.personalData'),
      words('display:consent.marketing'),
      words('members:consent.text.marketing'),
      words('members:consent.slip.how'),
      words('members:consent.slip.sign'),
      words('members:consent.slip.version', { version: '2026-11' }),
    ])
      expect(paper.textContent).toContain(said);
  });

  it('Esc leaves the slip and nothing else: what was filled in is still there', async () => {
    const { user } = await atTheSlip();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(name().value).toBe('张三');
  });

  it('once it is printed, what is signed up counts as said on paper', async () => {
    const { user, bridge } = await atTheSlip();
    await user.click(
      within(await slip()).getByRole('button', { name: new RegExp(words('members:consent.slip.print')) }),
    );
    await screen.findByText(words('members:consent.slip.printed', { printer: '小票机' }));
    expect(bridge.of('slips.print')[0]?.input).toMatchObject({ paper: 58, printer: 'POS-58' });
    await user.keyboard('{Escape}');
    await user.click(screen.getByLabelText(words('members:consent.personalData')));
    await user.type(name(), '{Enter}');
    await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
    expect(bridge.of('members.signUp')[0]?.input).toMatchObject({ consent: { channel: 'paper' } });
  });

  it('a printer that says no changes nothing: it counts as said at the counter', async () => {
    const { user, bridge } = await atTheSlip({
      'slips.print': () => refused('print_failed', { reason: 'Out of paper' }),
    });
    await user.click(
      within(await slip()).getByRole('button', { name: new RegExp(words('members:consent.slip.print')) }),
    );
    await screen.findByText(words('members:consent.slip.refused.print_failed', { reason: 'Out of paper' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByLabelText(words('members:consent.personalData')));
    await user.type(name(), '{Enter}');
    await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
    expect(bridge.of('members.signUp')[0]?.input).toMatchObject({ consent: { channel: 'counter' } });
  });
});

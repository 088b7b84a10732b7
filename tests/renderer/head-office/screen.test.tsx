import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aJob } from '../exchange/shop';
import { type Replies, refused } from '../support/bridge';
import { asOwner } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aPacket, aStanding, setUp, someRules } from './shop';

const h = (key: string, values: Record<string, unknown> = {}) => words(`headOffice:${key}`, values);

async function atHeadOffice(more: Replies = {}) {
  const opened = await openWindow({
    ...asOwner,
    'exchange.imports': () => [],
    'exchange.exports': () => [],
    'exchange.runningJob': () => null,
    'exchange.job': () => null,
    'segments.list': () => [],
    'headOffice.standing': () => aStanding(),
    'headOffice.packets': () => [],
    'headOffice.rulePackets': () => [],
    'headOffice.sheet': () => null,
    ...more,
  });
  await opened.user.keyboard('{Control>}9{/Control}');
  await opened.user.click(
    await screen.findByRole('button', { name: new RegExp(words('office:part.headOffice')) }),
  );
  return opened;
}

describe('exchange, Packet: the set-up', () => {
  it('personal data goes only with a reason', async () => {
    const { bridge, user } = await atHeadOffice({
      'headOffice.standing': () => aStanding({ setUp: null }),
      'headOffice.readCard': () => ({ ...setUp.card, text: '{card}' }),
      'headOffice.setUp': () => ({ fingerprint: setUp.fingerprint }),
    });
    await screen.findByRole('heading', { name: h('begin.title') });
    await user.keyboard('{F2}');
    await screen.findByText(setUp.card.fingerprint);
    await user.click(screen.getByRole('radio', { name: new RegExp(h('level.2')) }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(h('refusal.reason_needed'));
    expect(bridge.of('headOffice.setUp')).toEqual([]);
    await user.type(screen.getByLabelText(h('field.reason')), '统一关怀');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bridge.of('headOffice.setUp')).toHaveLength(1));
    expect(bridge.of('headOffice.setUp')[0]?.input).toEqual({
      ...{ region: '', schedule: { kind: 'weekly', weekday: 1, hour: 9 }, remindDays: 7 },
      ...{ personal: 2, reason: '统一关怀', card: '{card}' },
    });
  });

  it('a text that is no card is told, and nothing has changed', async () => {
    const { user } = await atHeadOffice({
      'headOffice.standing': () => aStanding({ setUp: null }),
      'headOffice.readCard': () => refused('not_a_card'),
    });
    await user.type(await screen.findByLabelText(h('begin.text')), 'hello');
    await user.keyboard('{F3}');
    await screen.findByText(h('refusal.not_a_card'));
  });
});

describe('exchange, Packet: the one key and the outbox', () => {
  it.each(['disk_full', 'not_writable', 'gone', 'read_back'] as const)(
    'a drive that fails (%s) is told in words, and that nothing is lost',
    async (trouble) => {
      const result = { kind: 'packet', made: 'x.shuke', folder: '/usb', written: [], trouble, acks: 0 };
      const { bridge, user } = await atHeadOffice({
        'headOffice.send': () => aJob({ kind: 'packet' }),
        'exchange.job': () => aJob({ kind: 'packet', state: 'done', result }),
      });
      await screen.findByText(h('outbox.empty'));
      await user.keyboard('{F2}');
      await screen.findByText(`${h(`trouble.${trouble}`)} ${h('trouble.kept')}`);
      expect(bridge.of('headOffice.send').map(({ input }) => input)).toEqual([
        { make: 'due', to: 'last', again: [] },
      ]);
    },
  );

  it('says of each packet by word how far it is, what is in it, and sends the same one again', async () => {
    const states = ['prepared', 'written', 'acked'] as const;
    const packets = states.map((state, at) => aPacket({ id: `K3F9QX-${at + 1}`, sequence: at + 1, state }));
    const { bridge, user } = await atHeadOffice({
      'headOffice.packets': () => packets,
      'headOffice.send': () => aJob({ kind: 'packet' }),
    });
    const rows = await screen.findAllByRole('option');
    expect(rows.map((row, at) => row.textContent?.includes(h(`state.${states[at] ?? ''}`)))).toEqual([
      ...[true, true, true],
    ]);
    await user.click(rows[1] ?? document.body);
    await screen.findByText(aPacket().fileName);
    expect(screen.getByText('60')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.of('headOffice.send')).toHaveLength(1));
    expect(bridge.of('headOffice.send')[0]?.input).toEqual({ make: 'none', to: 'last', again: ['K3F9QX-2'] });
  });

  it('what waits too long stands on the rail, whatever the screen, in words', async () => {
    await atHeadOffice({
      'headOffice.standing': () =>
        aStanding({ waiting: 2, unanswered: { packets: 1, days: 9, late: true }, rulesWaiting: 1 }),
    });
    await screen.findByText(h('badge', { count: 2 }));
    expect(screen.getByText('!2')).toBeTruthy();
    expect(screen.getByText(h('unanswered.late', { count: 1, days: 9 }))).toBeTruthy();
  });
});

it('exchange, Packet: rules of head office stand in the words of the settings; a refusal needs its reason', async () => {
  const { bridge, user } = await atHeadOffice({
    'headOffice.readRules': () => someRules(),
    'headOffice.rulePackets': () => [someRules()],
    'headOffice.refuseRules': () => ({}),
  });
  await screen.findByText(h('outbox.empty'));
  await user.keyboard('{F6}');
  await user.click(await screen.findByRole('option'));
  await screen.findByText(words('settings:field.points.redeemMinimum'));
  const refuse = screen.getByRole('button', { name: new RegExp(`^${h('rules.refuse')}`) });
  expect(refuse).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText(h('rules.reason')), '本店不合适{Enter}');
  await waitFor(() => expect(bridge.of('headOffice.refuseRules')).toHaveLength(1));
  expect(bridge.of('headOffice.refuseRules')[0]?.input).toEqual({
    ...{ id: someRules().id, reason: '本店不合适' },
  });
});

import { contract } from '@contract/index';
import type { Route } from '@contract/rpc';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_CHANNELS, heardByCustomer, routeFor } from '../../../electron/main/window-rights';

const channels = Object.entries(contract).flatMap(([room, endpoints]) =>
  Object.keys(endpoints).map((name) => `${room}.${name}`),
);
const answering: Route = async () => ({ ok: true, value: 'answered' });

describe('the window that faces the customer', () => {
  it('may read its own view and the look of the app, and answer consent and survey: nothing else', () =>
    expect([...CUSTOMER_CHANNELS].sort()).toEqual([
      'display.answerConsent',
      'display.answerSurvey',
      'display.customerView',
      'settings.preferences',
    ]));

  it.each(channels.filter((channel) => !CUSTOMER_CHANNELS.some((allowed) => allowed === channel)))(
    'is refused %s before it is looked up',
    async (channel) => {
      let asked = 0;
      const route = routeFor('customer', async (...call) => {
        asked += 1;
        return await answering(...call);
      });
      await expect(route(channel, { input: {} })).rejects.toThrow('not for this window');
      expect(asked).toBe(0);
    },
  );

  it.each([null, 7, {}, '', 'display', 'display.__proto__', 'display.customerView '])(
    'is refused %j, which is no channel',
    async (channel) => {
      await expect(routeFor('customer', answering)(channel, {})).rejects.toThrow('not for this window');
    },
  );

  it('is answered where it may ask; the counter is answered everywhere', async () => {
    for (const channel of CUSTOMER_CHANNELS)
      expect(await routeFor('customer', answering)(channel, {})).toEqual({ ok: true, value: 'answered' });
    for (const channel of channels)
      expect(await routeFor('counter', answering)(channel, {})).toEqual({ ok: true, value: 'answered' });
  });

  it('hears that something it shows has changed, and of nothing else', () => {
    expect(heardByCustomer({ type: 'data-changed', scopes: ['complaints', 'points'] })).toEqual({
      type: 'data-changed',
      scopes: ['points'],
    });
    expect(heardByCustomer({ type: 'data-changed', scopes: ['complaints', 'exchange'] })).toBeNull();
    // A job's progress names files of this PC.
    expect(heardByCustomer({ type: 'job-progress', job: {} as never })).toBeNull();
  });
});

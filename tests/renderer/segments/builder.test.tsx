import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { faulted, later } from '../support/bridge';
import { laidOut, settle } from '../support/window';
import { atSegments, picker, SILENT, say } from './shop';

laidOut();

const first = () => screen.findByRole<HTMLInputElement>('combobox', { name: say('builder.addFirst') });
const condition = (fact: string) => screen.findByRole('group', { name: say(`fact.${fact}`) });
type Window = Awaited<ReturnType<typeof atSegments>>;
const lastAsked = ({ bridge }: Window) => bridge.of('segments.count').at(-1)?.input;
const counted = (window: Window, rule: unknown) => waitFor(() => expect(lastAsked(window)).toEqual({ rule }));

describe.each(['zh-CN', 'en'] as const)('S27 a segment is built by keyboard (%s)', (locale) => {
  it('type a fact, Enter, say what it must be, Enter: the next one', async () => {
    const window = await atSegments({}, locale);
    const { user } = window;
    await user.keyboard('{F6}');
    expect(document.activeElement).toBe(await first());
    await user.keyboard(`${say('fact.value').toUpperCase()}{Enter}`);
    const value = await condition('value');
    expect(value.contains(document.activeElement)).toBe(true);
    await user.keyboard('1{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await picker()));
    await user.keyboard(`${say('fact.silent_days')}{Enter}60{Enter}`);
    await counted(window, SILENT);
    expect(await screen.findByText(say('reach.members', { count: 412, members: '412' }))).toBeDefined();
    const told =
      locale === 'en'
        ? 'Members who are of high value, and have been away for at least 60 days'
        : '是高价值，并且至少 60 天没来的会员';
    expect(screen.getByText(told)).toBeDefined();
  });

  it('several ways by Alt+O, turned round by Alt+N, taken away by Alt+Delete', async () => {
    const window = await atSegments({}, locale);
    const { user } = window;
    await user.keyboard('{F6}');
    await first();
    await user.keyboard(`${say('fact.warned')}{Enter}`);
    await user.keyboard('{Alt>}o{/Alt}');
    await user.keyboard(`${say('fact.has_phone')}{Enter}`);
    await condition('has_phone');
    await user.keyboard('{Alt>}n{/Alt}');
    const warned = { kind: 'yes', fact: 'warned', not: false };
    await counted(window, { all: [{ any: [warned, { kind: 'yes', fact: 'has_phone', not: true }] }] });
    await user.keyboard('{Alt>}{Delete}{/Alt}');
    const left = locale === 'en' ? 'Members who are valuable and about to leave' : '价值高又快要流失的会员';
    expect(await screen.findByText(left)).toBeDefined();
    expect(document.activeElement).toBe(await picker());
  });
});

describe('while it is built', () => {
  it('the last number stays until the next one is there', async () => {
    const window = await atSegments();
    const { user, bridge } = window;
    await user.keyboard('{Enter}');
    const shown = say('reach.members', { count: 412, members: '412' });
    await screen.findByText(shown);
    const next = later();
    bridge.reply({ 'segments.count': () => next.promise });
    await (await picker()).focus();
    await user.keyboard(`${say('fact.warned')}{Enter}`);
    await waitFor(() => expect(bridge.of('segments.count')).toHaveLength(2));
    expect(screen.getByText(shown)).toBeDefined();
    next.come({ members: 7, reachable: 7, names: [] });
    expect(await screen.findByText(say('reach.members', { count: 7, members: '7' }))).toBeDefined();
  });

  it('what is not filled in is not counted, and stops whatever would be done with it', async () => {
    const window = await atSegments();
    const { user, bridge } = window;
    await user.keyboard('{Enter}');
    await screen.findByText(say('builder.kept'));
    await user.click(await picker());
    await user.keyboard(`${say('fact.points')}{Enter}`);
    expect(await screen.findByText(say('reach.partly'))).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{F6}');
    expect((await screen.findByRole('alert')).textContent).toBe(say('flaw.no_limit'));
    const points = await condition('points');
    expect(points.contains(document.activeElement)).toBe(true);
    await user.keyboard('x');
    expect(await screen.findByText(say('flaw.outOfBounds', { least: 0, most: 1_000_000_000 }))).toBeDefined();
    expect(lastAsked(window)).toEqual({ rule: SILENT });
    expect(bridge.of('segments.save')).toHaveLength(0);
  });

  it('products are proposed as the shop sells them', async () => {
    const window = await atSegments();
    const { user } = window;
    await user.keyboard('{F6}');
    await first();
    await user.keyboard(`${say('fact.bought')}{Enter}`);
    await user.keyboard('奶{ArrowDown}{Enter}');
    await counted(window, {
      all: [{ any: [{ kind: 'bought', product: '奶茶', times: 1, withinDays: 30, not: false }] }],
    });
  });

  it('money is typed in yuan, and a month is chosen by its name', async () => {
    const window = await atSegments();
    const { user } = window;
    await user.keyboard('{F6}');
    await first();
    await user.keyboard(`${say('fact.spent_12_months')}{Enter}1000{Enter}`);
    await waitFor(async () => expect(document.activeElement).toBe(await picker()));
    await user.keyboard(`${say('fact.birthday_month')}{Enter}`);
    await user.selectOptions(
      within(await condition('birthday_month')).getByRole('combobox', { name: say('builder.from') }),
      '3',
    );
    await waitFor(() =>
      expect(lastAsked(window)).toMatchObject({
        rule: {
          all: [{ any: [{ from: 100_000, to: null }] }, { any: [{ fact: 'birthday_month', from: 3 }] }],
        },
      }),
    );
  });

  it('says when a fact is not known, and Esc clears what was typed before it leaves', async () => {
    const { user } = await atSegments();
    await user.keyboard('{F6}');
    const field = await first();
    await user.keyboard('zzz');
    expect(await screen.findByText(say('builder.noFact', { text: 'zzz' }))).toBeDefined();
    await user.keyboard('{Escape}');
    expect(field.value).toBe('');
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('grid', { name: say('saved.title') })).toBeDefined();
  });

  it('half of one waits while one looks at the counter, and after Esc it can be gone on with', async () => {
    const { user } = await atSegments();
    await user.keyboard('{F6}');
    await first();
    await user.keyboard(`${say('fact.warned')}{Enter}`);
    await condition('warned');
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(screen.queryByRole('group', { name: say('fact.warned') })).toBeNull());
    await user.keyboard('{Control>}7{/Control}');
    await condition('warned');
    (await picker()).focus();
    await user.keyboard('{Escape}');
    await screen.findByText(say('saved.left', { name: say('builder.new') }));
    await user.keyboard('{F4}');
    expect(await condition('warned')).toBeDefined();
  });

  it('names a fault of the count, with a way on', async () => {
    const { user, bridge } = await atSegments({ 'segments.count': () => faulted('A1B2') });
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('A1B2');
    bridge.reply({ 'segments.count': () => ({ members: 1, reachable: 0, names: ['王五'] }) });
    await user.click(within(await screen.findByRole('alert')).getByRole('button'));
    expect(await screen.findByText('王五')).toBeDefined();
    await settle();
  });
});

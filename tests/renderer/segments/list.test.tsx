import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { later, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { laidOut, words } from '../support/window';
import { aMember, aSegment, atSegments, picker, SILENT, say } from './shop';

laidOut();
const { scrollTo } = Element.prototype;
afterEach(() => {
  Element.prototype.scrollTo = scrollTo;
});

const saved = () => screen.findByRole('grid', { name: say('saved.title') });

describe('S27 saved segments', () => {
  it.each(['zh-CN', 'en'] as const)('show name, rule in words and members now (%s)', async (locale) => {
    await atSegments({}, locale);
    const [, row] = within(await saved()).getAllByRole('row');
    await waitFor(() => expect(row?.textContent).toContain('412'));
    expect(row?.textContent).toContain('350');
    expect(row?.textContent).toContain(locale === 'en' ? 'Members who are of high value' : '是高价值，并且');
    expect(document.activeElement).toBe(row);
  });

  it('are put away at the second press only, and an arrow between them thinks better of it', async () => {
    const { user, bridge } = await atSegments({
      'segments.list': () => [aSegment(1), aSegment(2)],
      'segments.putAway': () => ({}),
    });
    await saved();
    await user.keyboard('{F9}{ArrowDown}{F9}');
    expect(bridge.of('segments.putAway')).toHaveLength(0);
    await user.keyboard('{F9}');
    await waitFor(() =>
      expect(bridge.of('segments.putAway').at(-1)?.input).toEqual({ segmentId: idOf(802) }),
    );
  });

  it('where there are none, teach, and one begins with an example', async () => {
    const { user, bridge } = await atSegments();
    bridge.reply({ 'segments.list': () => [] });
    bridge.tell({ type: 'data-changed', scopes: ['segments'] });
    expect(await screen.findByText(say('saved.empty'))).toBeDefined();
    const examples = screen.getByRole('listbox', { name: say('template.title') });
    await waitFor(() => expect(document.activeElement).toBe(examples));
    expect(within(examples).getByText('近 30 天买过至少 3 次“奶茶”的会员')).toBeDefined();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: say('template.once') })).toBeDefined();
    await waitFor(() =>
      expect(bridge.of('segments.count').at(-1)?.input).toEqual({
        rule: { all: [{ any: [{ kind: 'number', fact: 'visits', from: 1, to: 1, not: false }] }] },
      }),
    );
  });

  it('show what was given to them to be done', async () => {
    await atSegments({
      'segments.rounds': () => [
        {
          id: idOf(900),
          segment: '沉默客',
          content: 'service',
          note: '打电话问问',
          dueOn: '2026-11-25',
          state: 'done',
          members: 10,
          done: 10,
          made: 8,
          leftOut: [{ why: 'no_phone', count: 2 }],
          at: Date.UTC(2026, 10, 20),
          staffName: '李店员',
        },
      ],
    });
    const rounds = await screen.findByRole('region', { name: say('rounds.title') });
    expect(rounds.textContent).toContain('沉默客');
    expect(rounds.textContent).toContain(say('rounds.made', { count: 8, made: '8' }));
    expect(rounds.textContent).toContain(say('rounds.left', { count: 2, left: '2' }));
  });
});

describe('S27 an open segment', () => {
  const open = async (...given: Parameters<typeof atSegments>) => {
    const window = await atSegments(...given);
    await saved();
    await window.user.keyboard('{Enter}');
    await screen.findByText(say('builder.kept'));
    return window;
  };

  it('is kept under its name, or as another one', async () => {
    const { user, bridge } = await open({ 'segments.save': () => ({ segmentId: idOf(899) }) });
    await user.keyboard(`${say('fact.warned')}{Enter}`);
    expect(await screen.findByText(say('builder.changed'))).toBeDefined();
    await user.keyboard('{F6}');
    const name = await screen.findByRole('textbox', { name: say('save.name') });
    expect(document.activeElement).toBe(name);
    await user.keyboard('沉默客');
    await user.tab();
    await user.keyboard('2{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('segments.save').at(-1)?.input).toMatchObject({ segmentId: null, name: '沉默客' }),
    );
    expect(await screen.findByRole('heading', { name: '沉默客' })).toBeDefined();
    expect(await screen.findByText(say('builder.kept'))).toBeDefined();
  });

  it('says at the name that it is taken', async () => {
    const { user } = await open({
      'segments.save': () => refused('name_taken', { segmentId: idOf(802) }),
    });
    await user.keyboard('{F6}');
    await screen.findByRole('textbox', { name: say('save.name') });
    await user.keyboard('{Enter}');
    expect(await screen.findByText(say('refusal.name_taken'))).toBeDefined();
  });

  it('lists its members; F4 leads there, Enter opens one at the counter', async () => {
    const { user } = await open();
    await screen.findByText('会员2');
    await user.keyboard('{F4}{ArrowDown}{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/counter'));
  });

  it('a row whose page is on its way is nobody: Enter opens none of those that stood there before', async () => {
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(401 * 36);
    Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
      this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
      this.dispatchEvent(new Event('scroll'));
    };
    const second = later<object>();
    const page = (from: number) => ({
      total: 400,
      rows: Array.from({ length: 200 }, (_, row) => aMember(from + row + 1)),
    });
    const { user } = await open({
      'segments.members': ({ offset }: { offset: number }) => (offset === 0 ? page(0) : second.promise),
    });
    await screen.findByText('会员2');
    await user.keyboard('{F4}{End}');
    await waitFor(() => expect(screen.queryByText('会员2')).toBeNull());
    expect(screen.queryByText('会员200')).toBeNull();
    await user.keyboard('{Enter}');
    expect(window.location.hash).not.toBe('#/counter');
    second.come(page(200));
    expect(await screen.findByText('会员400')).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/counter'));
  });

  it('is exported with the format and the phones that one asks for', async () => {
    const { user, bridge } = await open({
      'segments.saveMembers': () => ({ path: '/home/li/分群1.csv', members: 412 }),
    });
    await user.keyboard('{F10}');
    await screen.findByRole('region', { name: say('export.title') });
    await user.keyboard('22{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/分群1\.csv/)).toBeDefined();
    expect(bridge.of('segments.saveMembers').at(-1)?.input).toMatchObject({
      rule: SILENT,
      name: '分群1',
      format: 'csv',
      phones: 'full',
    });
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await picker()));
  });

  it('is given care tasks, as many as were promised, and says who is left out', async () => {
    const { user, bridge } = await open({
      'segments.previewCare': ({ content }: { content: string }) =>
        content === 'offer'
          ? { members: 412, tasks: 350, leftOut: [{ why: 'no_consent', count: 62 }] }
          : { members: 412, tasks: 412, leftOut: [] },
      'segments.giveCare': () => ({ roundId: idOf(950), members: 350 }),
    });
    await user.keyboard('{F9}');
    await screen.findByRole('button', { name: new RegExp(say('care.do', { count: 412, tasks: '412' })) });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(say('refusal.text_needed'))).toBeDefined();
    await user.keyboard('打电话问问');
    await user.tab();
    await user.keyboard('2');
    await screen.findByText(say('care.leftOut.no_consent'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('segments.giveCare').at(-1)?.input).toMatchObject({
        rule: SILENT,
        segmentId: idOf(801),
        content: 'offer',
        note: '打电话问问',
        expected: 350,
      }),
    );
    const given = say('care.done', { count: 350, members: '350', date: '|' });
    const [before = '', after = ''] = given.split('|');
    // The day is the one that was asked for, and no other that is typed afterwards.
    const said = await screen.findByText((text) => text.startsWith(before) && text.endsWith(after));
    const { textContent } = said;
    fireEvent.change(screen.getByLabelText(say('care.day')), { target: { value: '2031-01-01' } });
    expect(said.textContent).toBe(textContent);
  });

  it('whose members have changed meanwhile asks again with the new number', async () => {
    const { user, bridge } = await open({
      'segments.previewCare': () => ({ members: 412, tasks: 412, leftOut: [] }),
      'segments.giveCare': () => refused('members_changed', { members: 400 }),
    });
    await user.keyboard('{F9}');
    await screen.findByRole('button', { name: new RegExp(say('care.do', { count: 412, tasks: '412' })) });
    await user.keyboard('打电话');
    bridge.reply({ 'segments.previewCare': () => ({ members: 400, tasks: 400, leftOut: [] }) });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(say('refusal.members_changed', { count: 400 }))).toBeDefined();
    expect(
      await screen.findByRole('button', { name: new RegExp(say('care.do', { count: 400, tasks: '400' })) }),
    ).toBeDefined();
  });

  it.each([
    ['zh-CN', /^是高价值，并且至少 60 天没来的会员/],
    ['en', /^Members who are of high value, and have been away for at least 60 days/],
  ] as const)('is given a campaign, which tells whom it is for (%s)', async (locale, told) => {
    const template = {
      id: 'autumn',
      name: '双十一券',
      trigger: 'campaign',
      active: true,
      terms: { kind: 'amount', off: 2000, threshold: 0 },
      stacks: false,
      validity: { kind: 'days', days: 30 },
      blackout: [],
    };
    const { user } = await open(
      {
        'settings.rules': () => ({
          latest: 1,
          version: 1,
          effectiveFrom: '2025-01-01',
          rules: { ...DEFAULT_RULES, coupons: { ...DEFAULT_RULES.coupons, templates: [template] } },
          planned: [],
        }),
        'coupons.batches': () => [],
      },
      locale,
    );
    await user.keyboard('{F7}');
    await waitFor(() => expect(window.location.hash).toBe('#/loyalty'));
    const whom = await screen.findByRole<HTMLSelectElement>('combobox', {
      name: words('campaigns:whom.segment'),
    });
    await waitFor(() => expect(whom.value).toBe(idOf(801)));
    expect(screen.getByText(told)).toBeDefined();
  });
});

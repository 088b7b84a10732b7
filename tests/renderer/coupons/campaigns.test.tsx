import { sameRule } from '@domain/segments/normal';
import { within as amongThem, ofTiers, type SegmentRule, where } from '@domain/segments/segment';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { useLoyalty } from '@renderer/app/loyalty/loyalty-state';
import { beginCampaign, keepDraft } from '@renderer/features/coupons/campaign-draft';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { aShop, idOf } from '../support/shop';
import { openWindow, settle, words } from '../support/window';

const campaign = (id: string, more: object = {}) => ({
  id,
  name: `券-${id}`,
  trigger: 'campaign',
  active: true,
  terms: { kind: 'amount', off: 2000, threshold: 5000 },
  stacks: false,
  validity: { kind: 'days', days: 30 },
  blackout: [],
  ...more,
});
/** The rules of the shop, as it answers them, with these coupons in force. */
const rulesWith = (...templates: object[]): Replies => ({
  'settings.rules': () => {
    const answer = aShop()['settings.rules']?.(undefined as never) as object;
    return { ...answer, rules: { ...DEFAULT_RULES, coupons: { ...DEFAULT_RULES.coupons, templates } } };
  },
});
const preview = (members: number, more: object = {}) => ({
  members,
  reachable: Math.floor(members / 2),
  worthEach: 2000,
  mostCost: members * 2000,
  firstDay: '2026-11-22',
  lastDay: '2026-12-21',
  names: ['张三', '李静'],
  ruleVersion: 4,
  ...more,
});
const batch = (more: object = {}) => ({
  id: idOf(700),
  name: '双十一券',
  state: 'done',
  members: 5000,
  issued: 4998,
  used: 625,
  firstDay: '2026-11-11',
  lastDay: '2026-12-10',
  startedAt: Date.UTC(2026, 10, 11, 2),
  rule: ofTiers([]),
  segment: null,
  ...more,
});

beforeEach(() => {
  useLoyalty.setState({ part: 'campaigns', asTable: false });
  keepDraft('another store', {}); // what the test before has begun is shown here no longer
});

/** Not for 60 days. */
const SILENT = where({ kind: 'number', fact: 'silent_days', from: 60, to: null, not: false });
const REGULARS = {
  ...{ id: idOf(801), name: '常客', rule: ofTiers(['vip']) },
  ...{ createdAt: 0, changedAt: 0, staffName: '店主' },
};

async function atCampaigns(more: Replies = {}) {
  const opened = await openWindow({
    ...rulesWith(
      campaign('autumn'),
      campaign('old', { active: false }),
      campaign('hand', { trigger: 'by_hand' }),
    ),
    'coupons.batches': () => [],
    'segments.list': () => [REGULARS],
    'coupons.previewBatch': () => preview(5000),
    'coupons.startBatch': () => ({ batchId: idOf(701), members: 5000 }),
    ...more,
  });
  await opened.user.keyboard('{Control>}6{/Control}');
  await screen.findByRole('heading', { name: words('campaigns:past') });
  return opened;
}
const which = () => screen.findByLabelText<HTMLSelectElement>(words('campaigns:which'));
const choose = async (user: Awaited<ReturnType<typeof openWindow>>['user'], id = 'autumn') =>
  user.selectOptions(await which(), id);
const button = (name: string) => screen.findByRole('button', { name });
const ISSUE = words('campaigns:do', { count: 5000, members: '5,000', cost: '¥100,000.00' });

describe('S50 a campaign, before it is issued', () => {
  it('offers the active campaign coupons of the rules in force, and takes the focus there', async () => {
    await atCampaigns();
    const options = within(await which()).getAllByRole<HTMLOptionElement>('option');
    expect(options.map(({ value }) => value)).toEqual(['', 'autumn']);
    expect(document.activeElement).toBe(await which());
    expect(screen.getByText(words('campaigns:preview.teach'))).toBeDefined();
  });

  it('leads to the settings where there is no such coupon', async () => {
    const { user } = await atCampaigns(rulesWith(campaign('old', { active: false })));
    expect(await screen.findByText(words('campaigns:noTemplates'))).toBeDefined();
    await user.click(await button(words('campaigns:toSettings')));
    await waitFor(() => expect(window.location.hash).toBe('#/settings'));
  });

  it('shows how many, how many may be written to, and the most it can cost; the button says both', async () => {
    const { user } = await atCampaigns();
    await choose(user);
    expect(await button(ISSUE)).toBeDefined();
    expect(
      screen.getByText(words('campaigns:preview.members', { count: 5000, members: '5,000' })),
    ).toBeDefined();
    expect(screen.getByText('2,500')).toBeDefined();
    expect(screen.getByText(words('campaigns:preview.namesMore', { names: '张三、李静' }))).toBeDefined();
  });

  it('follows what is typed, as main understands it', async () => {
    const { bridge, user } = await atCampaigns({
      'coupons.previewBatch': ({ rule }: { rule: SegmentRule }) =>
        preview(sameRule(rule, amongThem(ofTiers(['vip']), SILENT)) ? 12 : 5000),
    });
    await choose(user);
    await button(ISSUE);
    await user.type(screen.getByLabelText(words('campaigns:whom.silentForDays')), '60');
    await user.click(screen.getByLabelText(words('common:tier.vip')));
    expect(await button(words('campaigns:do', { count: 12, members: '12', cost: '¥240.00' }))).toBeDefined();
    expect(bridge.of('coupons.previewBatch').at(-1)?.input).toMatchObject({ templateId: 'autumn' });
  });

  it('S27 goes to a saved segment, whose name and rule main is told', async () => {
    const { bridge, user } = await atCampaigns();
    await choose(user);
    await user.selectOptions(await screen.findByLabelText(words('campaigns:whom.segment')), '常客');
    expect(screen.queryByLabelText(words('campaigns:whom.minVisits'))).toBeNull();
    await waitFor(async () => expect(await button(ISSUE)).toHaveProperty('disabled', false));
    await user.click(await button(ISSUE));
    await waitFor(() => expect(bridge.of('coupons.startBatch')).toHaveLength(1));
    expect(bridge.of('coupons.startBatch')[0]?.input).toMatchObject({
      ...{ templateId: 'autumn', rule: REGULARS.rule, segmentId: REGULARS.id },
    });
  });

  it('S27 goes to members who were chosen elsewhere, until one narrows it oneself', async () => {
    const { user } = await atCampaigns();
    await which();
    act(() => beginCampaign(idOf(99), { rule: SILENT, segmentId: null, name: '60 天没来的' }));
    const whom = await screen.findByLabelText<HTMLSelectElement>(words('campaigns:whom.segment'));
    expect(whom.selectedOptions[0]?.textContent).toBe('60 天没来的');
    await user.selectOptions(whom, words('campaigns:whom.ownChoice'));
    expect(await screen.findByLabelText(words('campaigns:whom.minVisits'))).toBeDefined();
  });

  it('asks nothing of a field that holds no number, and says which', async () => {
    const { user } = await atCampaigns();
    await choose(user);
    await button(ISSUE);
    await user.type(screen.getByLabelText(words('campaigns:whom.boughtWithinDays')), 'abc');
    expect(await screen.findByText(words('campaigns:whom.notDays', { most: 3660 }))).toBeDefined();
    expect(await screen.findByText(words('campaigns:preview.malformed'))).toBeDefined();
    expect(screen.queryByRole('button', { name: ISSUE })).toBeNull();
  });

  it('cannot be issued to nobody, nor when the coupon has ended', async () => {
    const { bridge, user } = await atCampaigns({ 'coupons.previewBatch': () => preview(0, { names: [] }) });
    await choose(user);
    expect(await screen.findByText(words('campaigns:refusal.nobody'))).toBeDefined();
    bridge.reply({ 'coupons.previewBatch': () => preview(5, { firstDay: null, lastDay: null }) });
    bridge.tell({ type: 'data-changed', scopes: ['coupons'] });
    expect(await screen.findByText(words('campaigns:preview.over'))).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await settle();
    expect(bridge.of('coupons.startBatch')).toEqual([]);
  });

  it('says that a percentage without a cap has no most', async () => {
    const uncapped = { worthEach: null, mostCost: null };
    const { user } = await atCampaigns({ 'coupons.previewBatch': () => preview(3, uncapped) });
    await choose(user);
    expect(await button(words('campaigns:doUncapped', { count: 3, members: '3' }))).toBeDefined();
  });
});

describe('a campaign is issued', () => {
  it('by Ctrl+Enter and not by Enter, to exactly as many as were shown; the draft is then used up', async () => {
    const { bridge, user } = await atCampaigns();
    await choose(user);
    await button(ISSUE);
    await user.keyboard('{Enter}');
    await settle();
    expect(bridge.of('coupons.startBatch')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(
      await screen.findByText(
        words('campaigns:preview.confirmed', { count: 5000, members: '5,000', name: '券-autumn' }),
      ),
    ).toBeDefined();
    expect(bridge.of('coupons.startBatch')[0]?.input).toMatchObject({
      templateId: 'autumn',
      expectedMembers: 5000,
      ruleVersion: 4,
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await settle();
    expect(bridge.of('coupons.startBatch')).toHaveLength(1);
    expect((await which()).value).toBe('');
  });

  it('not when somebody came or went meanwhile: the new number is shown, and asked again', async () => {
    const { bridge, user } = await atCampaigns({
      'coupons.startBatch': () => refused('members_changed', { members: 5003 }),
    });
    await choose(user);
    await button(ISSUE);
    bridge.reply({ 'coupons.previewBatch': () => preview(5003) });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      words('campaigns:refusal.members_changed', { count: 5003, members: '5,003' }),
    );
    bridge.reply({ 'coupons.startBatch': () => ({ batchId: idOf(701), members: 5003 }) });
    await button(words('campaigns:do', { count: 5003, members: '5,003', cost: '¥100,060.00' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('coupons.startBatch').at(-1)?.input).toMatchObject({ expectedMembers: 5003 }),
    );
  });

  it('not under rules that were changed meanwhile: what it costs now is shown, and asked again', async () => {
    const { bridge, user } = await atCampaigns({ 'coupons.startBatch': () => refused('rules_changed') });
    await choose(user);
    await button(ISSUE);
    bridge.reply({ 'coupons.previewBatch': () => preview(5000, { mostCost: 50_000_00, ruleVersion: 5 }) });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('campaigns:refusal.rules_changed'));
    bridge.reply({ 'coupons.startBatch': () => ({ batchId: idOf(701), members: 5000 }) });
    await button(words('campaigns:do', { count: 5000, members: '5,000', cost: '¥50,000.00' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('coupons.startBatch').at(-1)?.input).toMatchObject({ ruleVersion: 5 }),
    );
  });

  it.each([
    ['needs_manager', {}, words('campaigns:refusal.needs_manager')],
    ['template_gone', {}, words('campaigns:refusal.template_gone')],
  ])('%s: says so, and that nothing was issued', async (code, params, said) => {
    const { user } = await atCampaigns({ 'coupons.startBatch': () => refused(code, params) });
    await choose(user);
    await user.click(await button(ISSUE));
    expect((await screen.findByRole('alert')).textContent).toBe(said);
  });

  it('what is typed waits while one looks at the counter', async () => {
    const { user } = await atCampaigns();
    await choose(user);
    await user.type(screen.getByLabelText(words('campaigns:whom.minVisits')), '3');
    await user.keyboard('{Control>}1{/Control}{Control>}6{/Control}');
    expect((await which()).value).toBe('autumn');
    expect(screen.getByLabelText<HTMLInputElement>(words('campaigns:whom.minVisits')).value).toBe('3');
  });
});

describe('campaigns that were issued', () => {
  it('say what was issued, used, and the share; F6 leads to them, arrows through them', async () => {
    const { user } = await atCampaigns({
      'coupons.batches': () => [batch(), batch({ id: idOf(702), name: '店庆券' })],
    });
    const table = await screen.findByRole('grid', { name: words('campaigns:past') });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('双十一券5,0004,99862512.5%');
    await user.keyboard('{F6}');
    expect(document.activeElement).toBe(first);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
  });

  it('S27 go to the same members again, also those of a segment put away since', async () => {
    const { user } = await atCampaigns({
      'coupons.batches': () => [batch({ rule: SILENT, segment: { id: idOf(803), name: '久未到店' } })],
    });
    await user.click(await button(words('campaigns:batch.again')));
    const whom = await screen.findByLabelText<HTMLSelectElement>(words('campaigns:whom.segment'));
    expect(whom.selectedOptions[0]?.textContent).toBe('久未到店');
    expect(document.activeElement).toBe(await which());
  });

  it('teach where there were none', async () => {
    await atCampaigns();
    expect(await screen.findByText(words('campaigns:batch.empty'))).toBeDefined();
  });

  it('show how far one is that is being issued, and follow main', async () => {
    const { bridge } = await atCampaigns({
      'coupons.batches': () => [batch({ state: 'running', issued: 2000, used: 0 })],
    });
    const running = (issued: string) =>
      words('campaigns:batch.running', { name: '双十一券', issued, members: '5,000' });
    expect(await screen.findByText(running('2,000'))).toBeDefined();
    bridge.reply({ 'coupons.batches': () => [batch({ state: 'running', issued: 4000, used: 0 })] });
    bridge.tell({ type: 'data-changed', scopes: ['coupons'] });
    expect(await screen.findByText(running('4,000'))).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('80');
  });

  it('one that stands still can be pushed', async () => {
    const { bridge, user } = await atCampaigns({
      'coupons.batches': () => [batch({ state: 'running', issued: 2000 })],
      'coupons.resumeBatches': () => ({}),
    });
    await user.click(await button(words('campaigns:batch.resume')));
    expect(bridge.of('coupons.resumeBatches')).toHaveLength(1);
  });
});

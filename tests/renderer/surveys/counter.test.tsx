import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const ANSWER = idOf(700);

const withSurveys = (more: Replies = {}): Replies => ({
  'surveys.record': ({ satisfaction, recommend }: { satisfaction: number; recommend: number }) => ({
    answerId: ANSWER,
    low: satisfaction <= 2 || (recommend !== null && recommend <= 6),
  }),
  ...more,
});

async function atSurvey(more: Replies = {}) {
  const opened = await openWindow(withSurveys(more));
  await opened.user.type(box(), '8812');
  await screen.findAllByRole('option');
  await opened.user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: /张三/ });
  await opened.user.keyboard('{F6}');
  await screen.findByRole('region', { name: words('surveys:ask.of', { name: '张三' }) });
  return opened;
}
const radio = (group: string, name: string | RegExp) =>
  within(screen.getByRole('group', { name: group })).getByRole<HTMLInputElement>('radio', { name });
const kept = (bridge: Awaited<ReturnType<typeof atSurvey>>['bridge']) => bridge.of('surveys.record');

describe('S84 the survey at the counter', () => {
  it('is three keys: content, recommends, Enter; then the box is ready for the next', async () => {
    const { bridge, user } = await atSurvey();
    await user.keyboard('59{Enter}');
    await screen.findByRole('heading', { name: words('surveys:said.title') });
    expect(kept(bridge)).toHaveLength(1);
    expect(kept(bridge)[0]?.input).toEqual({
      ...{ memberId: ZHANG.id, purchaseId: null, taskId: null, channel: 'counter' },
      ...{ satisfaction: 5, recommend: 9, scores: {}, note: '', servedBy: null },
    });
    expect(document.activeElement).toBe(box());
  });

  it('ten is one and nought', async () => {
    const { bridge, user } = await atSurvey();
    await user.keyboard('410{Enter}');
    await waitFor(() => expect(kept(bridge)).toHaveLength(1));
    expect(kept(bridge)[0]?.input).toMatchObject({ satisfaction: 4, recommend: 10 });
  });

  it('may be of somebody without a record', async () => {
    const { bridge, user } = await openWindow(withSurveys());
    await user.keyboard('{F6}');
    await screen.findByRole('region', { name: words('surveys:ask.title') });
    await user.keyboard('3{Enter}');
    await waitFor(() => expect(kept(bridge)[0]?.input).toMatchObject({ memberId: null, satisfaction: 3 }));
    expect(bridge.of('surveys.standing')).toHaveLength(0);
  });

  it('asks for one answer before it saves, and for a second Esc before it drops one', async () => {
    const { bridge, user } = await atSurvey();
    await user.keyboard('{Enter}');
    await screen.findByText(words('surveys:ask.unanswered'));
    await user.keyboard('2{Escape}');
    await screen.findByText(words('surveys:ask.leaving'));
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: words('surveys:ask.of', { name: '张三' }) })).toBeNull(),
    );
    expect(kept(bridge)).toHaveLength(0);
  });

  it('S88 shows three dimensions, and all eleven by one key; what is scored is kept', async () => {
    const { bridge, user } = await atSurvey();
    const section = screen.getByRole('region', { name: words('surveys:ask.dimensions') });
    expect(within(section).getAllByRole('group')).toHaveLength(3);
    await user.keyboard('5{Alt>}m{/Alt}');
    expect(within(section).getAllByRole('group')).toHaveLength(11);
    await user.click(radio(words('surveys:dimension.warmth'), /^4/));
    await user.type(screen.getByLabelText(words('surveys:ask.note')), '咖啡很香{Enter}');
    await waitFor(() => expect(kept(bridge)).toHaveLength(1));
    expect(kept(bridge)[0]?.input).toMatchObject({
      satisfaction: 5,
      scores: { warmth: 4 },
      note: '咖啡很香',
    });
  });

  it("calls a dimension by the owner's word, and asks about none that is switched off", async () => {
    const [first, second, ...others] = DEFAULT_RULES.surveys.dimensions;
    const dimensions = [
      { ...first, name: '货架整齐' },
      { ...second, active: false },
      ...others.map((each) => ({ ...each, active: false })),
    ];
    const rules = { ...DEFAULT_RULES, surveys: { ...DEFAULT_RULES.surveys, dimensions } };
    await atSurvey({
      'settings.rules': () => ({
        ...{ latest: 1, version: 1, effectiveFrom: '2025-01-01', rules, planned: [] },
      }),
    });
    const section = await screen.findByRole('region', { name: words('surveys:ask.dimensions') });
    expect(within(section).getAllByRole('group')).toHaveLength(1);
    expect(within(section).getByRole('group', { name: '货架整齐' })).toBeTruthy();
  });

  it('says that the member was asked lately', async () => {
    await atSurvey({
      'surveys.standing': () => ({ askedOn: '2026-11-20', askAgainOn: '2099-12-20', last: null }),
    });
    expect(await screen.findByText(/2099/)).toBeTruthy();
  });

  it('a refusal is said in words, and nothing is lost', async () => {
    const { user } = await atSurvey({ 'surveys.record': () => refused('member_gone') });
    await user.keyboard('59{Enter}');
    await screen.findByText(words('surveys:refusal.member_gone'));
    expect(radio(words('surveys:question.satisfaction'), /^5/).checked).toBe(true);
  });
});

describe('a low score', () => {
  it('offers a complaint at once: F5 takes the words along, and the answer keeps where it led', async () => {
    const complaintId = idOf(701);
    const { bridge, user } = await atSurvey({
      'complaints.log': () => ({
        ...{ complaintId, number: 7, responseDueAt: 1_800_000_000_000, resolutionDueAt: 1_800_000_000_000 },
      }),
      'surveys.linkComplaint': () => ({}),
    });
    await user.keyboard('1');
    await user.type(screen.getByLabelText(words('surveys:ask.note')), '等了半小时{Enter}');
    await screen.findByText(words('surveys:said.low'));
    await user.keyboard('{F5}');
    const what = await screen.findByLabelText<HTMLTextAreaElement>(words('complaints:log.what'));
    expect(what.value).toBe('等了半小时');
    await user.keyboard('11{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('surveys.linkComplaint')[0]?.input).toEqual({ answerId: ANSWER, complaintId }),
    );
  });
});

describe('after a sale', () => {
  const SALE = {
    ...{ purchaseId: idOf(900), paid: 12800, redeemed: 0, earned: 128, debtSettled: 0, balance: 1412 },
    ...{ tier: null, brought: [] },
  };
  async function sold(more: Replies = {}) {
    const opened = await openWindow(withSurveys({ 'purchases.record': () => SALE, ...more }));
    await opened.user.type(box(), '8812');
    await screen.findAllByRole('option');
    await opened.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /张三/ });
    await opened.user.keyboard('{F2}128{Enter}');
    await screen.findByRole('region', { name: words('purchases:result.title') });
    return opened;
  }
  const hint = () => screen.findByRole('button', { name: words('surveys:hint') });

  it('F6 stands there, and the answer is about that sale', async () => {
    const { bridge, user } = await sold();
    await hint();
    await user.keyboard('{F6}59{Enter}');
    await waitFor(() => expect(kept(bridge)[0]?.input).toMatchObject({ purchaseId: SALE.purchaseId }));
  });

  it('nobody is asked twice within the pause of the rules', async () => {
    const asked = () => ({ askedOn: '2026-11-20', askAgainOn: '2099-12-20', last: null });
    const { bridge } = await sold({ 'surveys.standing': asked });
    await waitFor(() => expect(bridge.of('surveys.standing').length).toBeGreaterThan(0));
    expect(screen.queryByRole('button', { name: words('surveys:hint') })).toBeNull();
  });
});

describe("with the customer's screen", () => {
  const OPEN = { 'display.placement': () => ({ open: true, screenId: null, screens: [] }) };

  it('the questions stand there too: keys go there, taps come here and are kept as theirs', async () => {
    const { bridge, user } = await atSurvey(OPEN);
    const told = () =>
      bridge.of('display.show').map(({ input }) => input as { kind: string; saved?: boolean });
    await screen.findByText(words('surveys:ask.display_asked'));
    await waitFor(() => expect(told().at(-1)).toMatchObject({ kind: 'survey', satisfaction: null, seen: 0 }));
    await user.keyboard('3');
    await waitFor(() => expect(told().at(-1)).toMatchObject({ satisfaction: 3, saved: false }));

    bridge.reply({
      'display.surveyAnswer': () => ({
        ...{ taps: 2, answer: { satisfaction: 4, recommend: 10, finished: true } },
      }),
    });
    bridge.tell({ type: 'data-changed', scopes: ['display'] });
    await screen.findByText(words('surveys:ask.display_finished'));
    await waitFor(() => expect(radio(words('surveys:question.recommend'), '10').checked).toBe(true));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(kept(bridge)).toHaveLength(1));
    expect(kept(bridge)[0]?.input).toMatchObject({ satisfaction: 4, recommend: 10, channel: 'display' });
    await waitFor(() => expect(told().at(-1)).toMatchObject({ kind: 'survey', saved: true }));
    expect(JSON.stringify(told().filter(({ kind }) => kind === 'survey'))).not.toContain(ZHANG.id);
  });

  it('what the cashier keys otherwise is kept as asked at the counter', async () => {
    const { bridge, user } = await atSurvey({
      ...OPEN,
      'display.surveyAnswer': () => ({
        ...{ taps: 1, answer: { satisfaction: 4, recommend: null, finished: false } },
      }),
    });
    await screen.findByText(words('surveys:ask.display_answering'));
    await user.keyboard('28{Enter}');
    await waitFor(() =>
      expect(kept(bridge)[0]?.input).toMatchObject({ satisfaction: 2, recommend: 8, channel: 'counter' }),
    );
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { faulted, later } from '../support/bridge';
import { cardOf, idOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';
import { atDesk, chosen, grid } from './desk';
import { aComplaint, aDesk, aDetail, HOUR, page, STEP } from './shop';

const late = aComplaint({ nextDue: { clock: 'response', at: Date.now() - 3 * HOUR }, severity: 'high' });
const soon = aComplaint({
  id: idOf(518),
  number: 18,
  memberName: '张敏',
  nextDue: { clock: 'response', at: Date.now() + 2 * HOUR },
});
const handed = aComplaint({
  id: idOf(519),
  number: 19,
  memberId: null,
  memberName: null,
  state: 'responded',
  reason: 'own-1',
  reasonName: '口味变了',
  nextDue: { clock: 'resolution', at: Date.now() + 90 * HOUR },
  escalatedTo: { id: idOf(97), name: '陈店长' },
});
const waiting = aComplaint({
  id: idOf(520),
  number: 20,
  memberName: '王小明',
  pausedAt: Date.now() - 5 * HOUR,
  nextDue: null,
});
const solved = aComplaint({
  id: idOf(521),
  number: 21,
  memberName: '赵丽',
  state: 'resolved',
  nextDue: null,
});
const all = [late, soon, handed, waiting, solved];

describe('the board', () => {
  it('shows the desk’s day in sections, each with its count, the late ones on top', async () => {
    await atDesk(aDesk(...all));
    const headings = within(await grid()).getAllByRole('rowheader');
    expect(headings.map(({ textContent }) => textContent)).toEqual(
      ['late', 'soon', 'running', 'waiting', 'to_close'].map(
        (key) => `${words(`complaints:board.${key}`)} 1`,
      ),
    );
    expect(screen.getByText(words('complaints:board.total', { total: 5 }))).toBeTruthy();
  });

  it('says in words what is late, soon due, paused, escalated, grave, and what it is about', async () => {
    await atDesk(aDesk(...all));
    const text = (await grid()).textContent;
    expect(text).toContain(words('complaints:left.overdue', { span: '3 小时' }));
    expect(text).toMatch(/快到期，剩 [12] 小时/);
    expect(text).toContain(words('complaints:mark.paused_for', { span: '5 小时' }));
    for (const said of ['陈店长', '口味变了', '散客', words('complaints:severity.high'), '变质或过期'])
      expect(text).toContain(said);
  });

  it('is walked by arrows across its sections; the detail follows', async () => {
    const { user } = await atDesk(aDesk(...all));
    await waitFor(async () => expect(document.activeElement).toBe(await chosen()));
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: '张敏' });
    expect(document.activeElement).toBe(await chosen());
    await user.keyboard('{End}');
    await screen.findByRole('heading', { name: '赵丽' });
    await user.keyboard('{ArrowDown}{Home}');
    await screen.findByRole('heading', { name: '张三' });
  });

  it('teaches when there is nothing, and offers practice', async () => {
    const { user } = await atDesk({ 'complaints.list': () => page() });
    await screen.findByText(words('complaints:board.empty'));
    await user.click(screen.getByRole('button', { name: words('complaints:board.to_practice') }));
    await screen.findByRole('heading', { name: words('complaints:practice.title') });
  });

  it('a fault has its reference and a way out; nothing is drawn before the answer', async () => {
    const { bridge, user } = await atDesk({ ...aDesk(...all), 'complaints.list': () => faulted('K3F9') });
    await screen.findByText(/K3F9/);
    const list = later<object>();
    bridge.reply({ 'complaints.list': () => list.promise });
    await user.click(screen.getByRole('button', { name: words('act.retry') }));
    expect(screen.queryByRole('grid')).toBeNull();
    list.come(page(...all));
    await grid();
  });
});

describe('one complaint', () => {
  const row = aComplaint({ receivedAt: Date.UTC(2026, 4, 17, 6, 5) });
  const withDetail = (more: object) => ({
    'complaints.list': () => page(row),
    'complaints.detail': () => aDetail(row, more),
  });

  it('S68 S69 explains where every due time comes from', async () => {
    await atDesk(withDetail({}));
    await screen.findByText('5月18日 周一 14:05 前回复：收到于 5月17日 周日 14:05 + 24 小时');
    await screen.findByText('5月24日 周日 14:05 前解决：收到于 5月17日 周日 14:05 + 7 天');
  });

  it('says opening hours, and what was left when it was paused, to the minute', async () => {
    const from = Date.UTC(2026, 4, 18, 2);
    const due = { clock: 'response', at: from + 20 * HOUR, from, storeHours: true };
    await atDesk(
      withDetail({
        timeline: [
          { ...STEP, due: [{ ...due, hours: 24 }] },
          { ...STEP, seq: 2, kind: 'resumed', due: [{ ...due, hours: 5 + 1 / 3, storeHours: false }] },
        ],
      }),
    );
    await screen.findByText(
      words('complaints:due.response_logged', {
        at: '5月19日 周二 06:00',
        from: '5月18日 周一 10:00',
        span: words('complaints:due.opening', { span: '24 小时' }),
      }),
    );
    await screen.findByText(
      words('complaints:due.response_resumed', {
        at: '5月19日 周二 06:00',
        from: '5月18日 周一 10:00',
        span: '5 小时 20 分钟',
      }),
    );
  });

  it('S86 shows both promises with target, actual and what was broken', async () => {
    await atDesk(
      withDetail({
        state: 'resolved',
        nextDue: null,
        firstRespondedAt: row.receivedAt + 27 * HOUR,
        respondedAt: row.receivedAt + 27 * HOUR,
        resolvedAt: row.receivedAt + 30 * HOUR,
        responseBreached: true,
      }),
    );
    const clocks = await screen.findByRole('table', { name: words('complaints:clocks.title') });
    const [, response, resolution] = within(clocks).getAllByRole('row');
    expect(response?.textContent).toContain(words('complaints:clocks.late', { span: '3 小时' }));
    expect(resolution?.textContent).toContain(words('complaints:clocks.in_time'));
  });

  it('S82 is marked as one to look after; what is special about it stands below its name', async () => {
    await atDesk(
      withDetail({
        pausedAt: row.receivedAt + HOUR,
        nextDue: null,
        escalatedTo: { id: idOf(97), name: '陈店长' },
      }),
    );
    await screen.findByText(words('complaints:mark.watched'));
    await screen.findByText(words('complaints:mark.escalated_to', { name: '陈店长' }));
    await screen.findByText(words('complaints:mark.paused_since', { at: '5月17日 周日 15:05' }));
    expect(screen.getByText(words('complaints:clocks.paused', { span: '23 小时' }))).toBeTruthy();
    expect(screen.getByText(words('complaints:clocks.paused', { span: '6 天 23 小时' }))).toBeTruthy();
  });

  it('a clock that had run out before the pause stays as late as it was then', async () => {
    await atDesk(withDetail({ pausedAt: row.receivedAt + 31 * HOUR, nextDue: null }));
    expect(await screen.findByText(words('complaints:left.overdue', { span: '7 小时' }))).toBeTruthy();
    expect(screen.getByText(words('complaints:clocks.paused', { span: '5 天 17 小时' }))).toBeTruthy();
  });

  it('opening hours are never called days', async () => {
    const due = {
      clock: 'resolution',
      at: row.receivedAt,
      from: row.receivedAt,
      hours: 168,
      storeHours: true,
    };
    await atDesk(withDetail({ timeline: [{ ...STEP, due: [due] }] }));
    await screen.findByText(/168 小时（只算营业时间）$/);
  });

  it('the timeline says what was given, to whom it went, and what was put right', async () => {
    const steps = [
      { kind: 'escalated', data: { of: 'escalation', to: '陈店长' } },
      { kind: 'compensated', data: { of: 'compensation', kind: 'gift', what: '小样', worth: 990 } },
      { kind: 'satisfaction', data: { of: 'satisfaction', score: 4 } },
      {
        kind: 'corrected',
        data: {
          of: 'correction',
          changes: [
            { field: 'severity', before: 'normal', after: 'high' },
            { field: 'product', before: '', after: '鱼油' },
            { field: 'reason', before: 'goods_price', after: 'goods_spoiled' },
          ],
        },
      },
    ];
    await atDesk(withDetail({ timeline: steps.map((more, at) => ({ ...STEP, seq: at + 1, ...more })) }));
    const text = (await screen.findByRole('article')).textContent ?? '';
    for (const said of [
      words('complaints:timeline.to', { name: '陈店长' }),
      '礼品 · 小样 · ¥9.90',
      words('complaints:satisfaction.was', { score: 4 }),
      '严重程度: 一般 → 严重',
      '商品: （空） → 鱼油',
      `${words('complaints:timeline.field_reason')}: 价格偏高 → 变质或过期`,
    ])
      expect(text).toContain(said);
  });

  it('opens its member at the counter', async () => {
    const { user } = await atDesk(withDetail({}));
    await user.click(await screen.findByRole('button', { name: words('complaints:detail.open_member') }));
    await screen.findByRole('article', { name: '张三' });
    expect(box()).toBeTruthy();
  });
});

describe('from elsewhere', () => {
  it('the red bar of a member leads to that complaint, whatever comes first on the board', async () => {
    const { user } = await openWindow({
      ...aDesk(...all),
      'members.card': () =>
        cardOf(ZHANG, {
          openComplaints: [
            {
              id: solved.id,
              number: 21,
              what: '鱼油',
              state: 'resolved',
              dueAt: Date.now(),
              paused: false,
              overdue: false,
            },
          ],
        }),
    });
    await user.type(box(), '8812{Enter}');
    await user.click(await screen.findByRole('button', { name: /21 号/ }));
    await screen.findByRole('heading', { name: '赵丽' });
    expect((await chosen()).textContent).toContain('赵丽');
  });

  it('a warning on the desktop leads to its complaint from any screen', async () => {
    const { bridge } = await openWindow(aDesk(...all));
    act(() => bridge.tell({ type: 'open-complaint', complaintId: waiting.id }));
    await screen.findByRole('heading', { name: '王小明' });
  });

  it('the tabs switch by Alt and a digit', async () => {
    const { user } = await atDesk(aDesk(...all));
    await grid();
    const tabs = screen.getByRole('toolbar', { name: words('complaints:tab.label') });
    const practice = within(tabs).getByRole('button', { name: words('complaints:tab.practice') });
    const key = practice.getAttribute('aria-keyshortcuts')?.at(-1) ?? '';
    await user.keyboard(`{Alt>}${key}{/Alt}`);
    expect(practice.getAttribute('aria-pressed')).toBe('true');
    await user.keyboard('{Alt>}1{/Alt}');
    await grid();
  });
});

describe('F5 at the desk', () => {
  it('a phone call: the member is found, then it goes as at the counter', async () => {
    const logged = {
      complaintId: idOf(50),
      number: 22,
      responseDueAt: Date.UTC(2026, 4, 18),
      resolutionDueAt: Date.UTC(2026, 4, 24),
    };
    const { bridge, user } = await atDesk({ ...aDesk(...all), 'complaints.log': () => logged });
    await grid();
    await user.keyboard('{F5}');
    const field = await screen.findByRole('combobox', { name: words('complaints:caller.label') });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('8812');
    const list = screen.getByRole('listbox', { name: words('complaints:caller.found') });
    await within(list).findByText('张敏');
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('region', { name: words('complaints:log.for_member', { name: '张敏' }) });
    await user.keyboard('13到货太慢{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: words('complaints:log.saved', { number: 22 }) });
    expect(bridge.of('complaints.log')[0]?.input).toMatchObject({ memberId: idOf(2), object: 'staff' });
  });

  it('a walk-in: Enter passes over the member', async () => {
    const { user } = await atDesk(aDesk(...all));
    await grid();
    await user.keyboard('{F5}');
    await screen.findByRole('combobox', { name: words('complaints:caller.label') });
    await user.keyboard('{Enter}3');
    await screen.findByRole('group', { name: words('complaints:reason.label') });
    expect(screen.getByRole('region', { name: words('complaints:log.for_walk_in') })).toBeTruthy();
  });
});

it('a changed complaint is read again, and stands where it belongs now', async () => {
  const { bridge } = await atDesk(aDesk(late));
  expect((await grid()).textContent).toContain(words('complaints:board.late'));
  bridge.reply(aDesk({ ...late, state: 'resolved', nextDue: null } as unknown as typeof late));
  act(() => bridge.tell({ type: 'data-changed', scopes: ['complaints'] }));
  await waitFor(async () => expect((await grid()).textContent).toContain(words('complaints:board.to_close')));
});

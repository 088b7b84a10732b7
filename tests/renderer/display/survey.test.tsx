import { CustomerPage } from '@renderer/display/customer-page';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aBridge, type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';

const ASK = idOf(800);
const NOTHING_SAID = { kind: 'survey', askId: ASK, satisfaction: null, recommend: null, finished: false };

/** Main as far as the display sees it: what is tapped stands there from then on. */
function openPage(view: object = NOTHING_SAID, more: Replies = {}) {
  let shown = view;
  const bridge = aBridge({
    'settings.preferences': () => ({ locale: 'zh-CN', theme: 'light' }),
    'display.customerView': () => ({ store: '街角咖啡', view: shown }),
    'display.answerSurvey': (said: object) => {
      shown = { ...shown, ...said };
      bridge.tell({ type: 'data-changed', scopes: ['display'] });
      return {};
    },
    ...more,
  });
  render(<CustomerPage />);
  return { bridge, user: userEvent.setup({ delay: null }), taps: () => bridge.of('display.answerSurvey') };
}
afterEach(() => vi.useRealTimers());

const button = (name: string) => screen.findByRole('button', { name });
const question = (text: string) => screen.findByRole('heading', { name: text });

describe("S84 the survey on the customer's display", () => {
  it('is a face and a number: one tap each, then thanks', async () => {
    const { user, taps } = openPage();
    await question('您对这次服务满意吗？');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      ...['很不满意', '不满意', '一般', '满意', '很满意'],
    ]);
    await user.click(await button('满意'));
    await question('您愿意把我们推荐给朋友吗？');
    await user.click(await button('10'));
    await question('谢谢您！');
    expect(taps().map(({ input }) => input)).toEqual([
      { askId: ASK, satisfaction: 4, recommend: null, finished: false },
      { askId: ASK, satisfaction: 4, recommend: 10, finished: true },
    ]);
  });

  it('the second question may be passed by', async () => {
    const { user, taps } = openPage({ ...NOTHING_SAID, satisfaction: 3 });
    await user.click(await button('不想说'));
    await question('谢谢您！');
    expect(taps()[0]?.input).toMatchObject({ satisfaction: 3, recommend: null, finished: true });
  });

  it('a slip of the finger is put right by going back', async () => {
    const { user } = openPage({ ...NOTHING_SAID, satisfaction: 1 });
    await user.click(await button('上一题'));
    await question('您对这次服务满意吗？');
  });

  it('thanks for a moment; then the screen is idle again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    openPage({ ...NOTHING_SAID, satisfaction: 5, recommend: 9, finished: true });
    await question('谢谢您！');
    act(() => void vi.advanceTimersByTime(8_100));
    await question('街角咖啡');
  });

  it('a tap that comes too late is said to be', async () => {
    const { user } = openPage(NOTHING_SAID, { 'display.answerSurvey': () => refused('not_asked') });
    await user.click(await button('很满意'));
    expect(within(await screen.findByRole('status')).getByRole('heading').textContent).toBe(
      '谢谢，评价已经结束。',
    );
  });

  it('says what the cashier has keyed: a face chosen there leads on to the number here', async () => {
    openPage({ ...NOTHING_SAID, recommend: 8 });
    await question('您对这次服务满意吗？');
    openPage({ ...NOTHING_SAID, satisfaction: 5, recommend: 8 });
    await question('谢谢您！');
  });
});

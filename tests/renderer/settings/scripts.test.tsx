import { fillScript, type ScriptFacts } from '@domain/care/script';
import { businessDate } from '@domain/units';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MIN, ZHANG } from '../support/shop';
import { words } from '../support/window';
import { atPart, field, freshSettings, put, refusesToSave, s, saved } from './at-settings';

freshSettings();

const FACTS: ScriptFacts = {
  ...{
    today: businessDate('2026-11-22'),
    shop: '街角咖啡',
    staff: '小李',
    name: '张三',
    memberNo: 'M000001',
  },
  ...{ tier: 'regular', points: 0, coupons: [], birthday: null, birthdayGift: '', years: 0 },
  ...{ lastVisit: businessDate('2026-11-21'), lastItem: '拿铁', daysAway: 1, festival: '', festivalGift: '' },
  ...{ complaint: '', winBackCoupon: null, event: null, maintenance: '' },
};
const NAMES: Readonly<Record<string, string>> = { [ZHANG.id]: '张三', [MIN.id]: '张敏' };
/** Main knows two customers, and fills a script for them by the rule itself. */
const atScripts = (rows: readonly (typeof ZHANG)[] = [ZHANG, MIN]) =>
  atPart('scripts', {
    'members.list': () => ({
      total: rows.length,
      rows: rows.map((row) => ({ ...row, joinedOn: '2026-01-01' })),
    }),
    'care.fillScript': ({ memberId, text }: { memberId: string; text: string }) =>
      fillScript(text, { ...FACTS, name: NAMES[memberId] ?? '' }),
  });
const list = () => screen.getByRole('listbox', { name: s('scripts.list') });
const text = () => screen.getByLabelText<HTMLTextAreaElement>(s('scripts.text'));
const preview = () => within(screen.getByRole('complementary', { name: s('scripts.preview') }));

describe('the scripts', () => {
  it('are opened by arrows and Enter, and read as they would for the last customer', async () => {
    const { user } = await atScripts();
    await preview().findByText(/^张三您好，我是街角咖啡的小李/);
    list().focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field('scripts.name').value).toBe('生日有礼');
    await preview().findByText(s('scripts.missing', { names: '生日、生日礼' }));
  });

  it('are tried on somebody else', async () => {
    const { user } = await atScripts();
    await user.selectOptions(await preview().findByLabelText(s('scripts.for')), '张敏 159****8812');
    await preview().findByText(/^张敏您好/);
  });

  it('a variable is put where the cursor stands, and the cursor stays behind it', async () => {
    const opened = await atScripts();
    const { user } = opened;
    await put(user, text(), '您好，欢迎再来！');
    text().setSelectionRange(0, 0);
    await user.click(screen.getByRole('button', { name: '客户姓名' }));
    expect(text().value).toBe('[客户姓名]您好，欢迎再来！');
    await waitFor(() => expect(document.activeElement).toBe(text()));
    expect(text().selectionStart).toBe('[客户姓名]'.length);
    await preview().findByText('张三您好，欢迎再来！');
    expect((await saved(opened)).care.scripts[0]).toMatchObject({ text: '[客户姓名]您好，欢迎再来！' });
  });

  it('a variable goes to the end of a text that nobody has been in yet', async () => {
    const { user } = await atScripts();
    await user.click(screen.getByRole('button', { name: '积分' }));
    expect(text().value).toMatch(/^\[客户姓名\]您好.*\[积分\]$/);
    await waitFor(() => expect(text().selectionStart).toBe(text().value.length));
  });

  it('F2 makes a new one, worked by keyboard to the end', async () => {
    const opened = await atScripts();
    const { user } = opened;
    await user.keyboard('{F2}');
    await waitFor(() => expect(document.activeElement).toBe(field('scripts.name')));
    screen.getByText(s('problem.script_name'));
    screen.getByText(s('problem.script_text'));
    await user.keyboard('老客回来');
    await user.selectOptions(field('scripts.kind'), words('care:kind.win_back'));
    await user.selectOptions(field('scripts.cause'), words('care:cause.competitor'));
    screen.getByRole('radio', { name: new RegExp(words('care:content.offer')) }).focus();
    await user.keyboard('2');
    await put(user, text(), '请回来看看。');
    expect((await saved(opened)).care.scripts.at(-1)).toMatchObject({
      ...{ kind: 'win_back', cause: 'competitor', name: '老客回来', content: 'offer', text: '请回来看看。' },
    });
  });

  it('S57 S58 the question after a first purchase does not sell', async () => {
    const opened = await atScripts();
    screen.getByRole('radio', { name: new RegExp(words('care:content.service')) }).focus();
    await opened.user.keyboard('2');
    screen.getByText(s('problem.script_sells'));
    expect(list().textContent).toContain(s('coupons.wrong'));
    await refusesToSave(opened);
  });

  it('one is removed; its neighbour is open and the list has the focus', async () => {
    const opened = await atScripts();
    await opened.user.click(screen.getByRole('button', { name: s('scripts.remove') }));
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(field('scripts.name').value).toBe('生日有礼');
    expect((await saved(opened)).care.scripts.map(({ id }) => id)).not.toContain('first-purchase');
  });

  it('without a member there is nobody to try it on', async () => {
    await atScripts([]);
    await preview().findByText(s('scripts.nobody'));
  });
});

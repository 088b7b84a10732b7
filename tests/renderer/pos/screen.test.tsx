import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refused } from '../support/bridge';
import { asOwner } from '../support/shop';
import { openWindow, words } from '../support/window';
import { FILE, PREVIEW, READING, RECEIPTS, SOURCE, unclaimed, WATCHING } from './shop';

const p = (key: string, values: Record<string, unknown> = {}) => words(`pos:${key}`, values);
const TILL = {
  ...asOwner,
  'exchange.imports': () => [],
  'exchange.exports': () => [],
  'exchange.runningJob': () => null,
  'segments.list': () => [],
  'pos.state': () => WATCHING,
  'pos.unclaimed': unclaimed,
};

async function atTheTill(more: object = {}) {
  const window = await openWindow({ ...TILL, ...more });
  await window.user.keyboard('{Control>}9{/Control}');
  await screen.findByRole('heading', { name: words('office:title'), level: 1 });
  await window.user.keyboard('{Alt>}8{/Alt}');
  await screen.findByRole('region', { name: p('posTitle') });
  return window;
}

describe('setting the till up', () => {
  it('chooses a folder, shows its newest file as it would be booked, and watches it by Ctrl+Enter', async () => {
    const { bridge, user } = await atTheTill({
      'pos.state': () => ({ ...WATCHING, source: null, health: 'off', lastFile: null, unclaimed: 0 }),
      'pos.chooseFolder': () => PREVIEW,
      'pos.previewFile': () => PREVIEW,
      'pos.setSource': () => ({}),
    });
    await user.keyboard('{F2}');
    const receipts = await screen.findByRole('grid', { name: p('setUp.receipts') });
    expect(receipts.textContent).toContain('¥45.00');
    expect(receipts.textContent).toContain(p('waits.no_member'));
    await user.selectOptions(
      screen.getByLabelText(words('common:fileReading.column_holds', { n: 4 })),
      'phone',
    );
    const columns = ['receipt_no', 'date', 'amount', 'phone'];
    await waitFor(() =>
      expect(bridge.of('pos.previewFile').at(-1)?.input).toMatchObject({ reading: { columns } }),
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('pos.setSource').map(({ input }) => input)).toEqual([
        expect.objectContaining({
          folderId: PREVIEW.folderId,
          pattern: '*.csv',
          reading: { ...READING, columns },
        }),
      ]),
    );
  });

  it('is not watched while a needed column is missing, and says which', async () => {
    const { bridge, user } = await atTheTill({
      'pos.previewFile': () => ({
        ...PREVIEW,
        shown: { ...PREVIEW.shown, missing: ['amount'], receipts: [] },
      }),
      'pos.setSource': () => ({}),
    });
    await user.keyboard('{F3}');
    expect(await screen.findByText(p('setUp.missing', { fields: p('column.amount') }))).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.keyboard('{Escape}');
    await screen.findByRole('region', { name: p('posTitle') });
    expect(bridge.of('pos.setSource')).toEqual([]);
  });

  it('says what to do when the folder is gone', async () => {
    const { user } = await atTheTill({ 'pos.previewFile': () => refused('folder_gone') });
    await user.keyboard('{F3}');
    expect(await screen.findByText(p('refusal.folder_gone'))).toBeDefined();
  });

  it('pauses and goes on by F12', async () => {
    const { bridge, user } = await atTheTill({ 'pos.pause': () => ({}) });
    await user.keyboard('{F12}');
    await waitFor(() => expect(bridge.of('pos.pause').map(({ input }) => input)).toEqual([{ paused: true }]));
  });
});

describe('what came of the files', () => {
  it('tells each file, each refused receipt with both amounts, and reads a file once more', async () => {
    const { bridge, user } = await atTheTill({
      'pos.files': () => ({ total: 1, rows: [FILE] }),
      'pos.refused': () => ({
        total: 1,
        rows: [{ line: 9, receiptNo: 'A-1001', why: 'amount_differs', booked: 4500, told: 5400 }],
      }),
      'pos.retryFile': () => ({}),
    });
    await user.click(screen.getByText(p('view.files')));
    const list = await screen.findByRole('listbox', { name: p('view.files') });
    expect(list.textContent).toContain(p('count.refused', { n: 1 }));
    await user.click(within(list).getByRole('option'));
    expect(
      await screen.findByText(p('why.both_amounts', { booked: '¥45.00', told: '¥54.00' })),
    ).toBeDefined();
    await user.keyboard('{F6}');
    await waitFor(() =>
      expect(bridge.of('pos.retryFile').map(({ input }) => input)).toEqual([{ fileId: FILE.id }]),
    );
    expect(await screen.findByText(p('retried'))).toBeDefined();
  });

  it('marks the office in the rail only when somebody is needed', async () => {
    const { bridge } = await openWindow({ ...TILL });
    const trouble = p('health.folder_gone', { name: SOURCE.name });
    expect(screen.queryByText(trouble)).toBeNull();
    bridge.reply({ 'pos.state': () => ({ ...WATCHING, health: 'folder_gone' }) });
    bridge.tell({ type: 'data-changed', scopes: ['pos'] });
    expect(await screen.findByText(trouble)).toBeDefined();
  });
});

describe('a receipt that waits', () => {
  it('is said to be nobody’s only with a reason', async () => {
    const { bridge, user } = await atTheTill({ 'pos.dismiss': () => ({}) });
    await user.click(screen.getByText(p('view.waitingCount', { n: 2 })));
    const list = await screen.findByRole('listbox', { name: p('view.waiting') });
    await user.click(within(list).getAllByRole('option')[0] ?? list);
    await user.click(await screen.findByRole('button', { name: p('dismiss.do') }));
    expect(await screen.findByText(p('dismiss.reasonNeeded'))).toBeDefined();
    expect(bridge.of('pos.dismiss')).toEqual([]);
    await user.type(screen.getByLabelText(p('dismiss.reason')), '不是会员');
    await user.click(screen.getByRole('button', { name: p('dismiss.do') }));
    await waitFor(() =>
      expect(bridge.of('pos.dismiss').map(({ input }) => input)).toEqual([
        { receiptId: RECEIPTS[0]?.id, reason: '不是会员' },
      ]),
    );
  });
});

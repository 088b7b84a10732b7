import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../support/exports';
import { type Replies, refused } from '../support/bridge';
import { asOwner, idOf } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aJob, anImport, aPreview, groups, JOB, reading } from './shop';

const x = (key: string, values: Record<string, unknown> = {}) => words(`exchange:${key}`, values);
let stores = 0;

/** Each test has a store of its own: a half-made import of one belongs to no other. */
async function atExchange(more: Replies = {}) {
  const storeId = idOf(4000 + stores++);
  const opened = await openWindow({
    ...asOwner,
    'settings.store': () => ({
      state: 'open',
      id: storeId,
      name: '街角咖啡',
      zone: 'Asia/Shanghai',
      dayStartHour: 0,
      sample: false,
      practice: false,
    }),
    'exchange.imports': () => [],
    'exchange.exports': () => [],
    'segments.list': () => [],
    'exchange.runningJob': () => null,
    'exchange.job': () => null,
    'exchange.chooseFile': () => aPreview(),
    'exchange.previewFile': ({ reading: corrected }: { reading: object }) => aPreview({ reading: corrected }),
    ...more,
  });
  await opened.user.keyboard('{Control>}9{/Control}');
  await screen.findByRole('heading', { name: x('import.title') });
  return opened;
}
const toMapping = async (more: Replies = {}) => {
  const opened = await atExchange(more);
  await opened.user.keyboard('{F3}');
  await screen.findByRole('heading', { name: x('map.title_purchases', { file: 'CDNOW_sample.txt' }) });
  return opened;
};
const checked = aJob({ state: 'done', done: 6919, result: { kind: 'dry_run', groups } });
const imported = aJob({
  id: idOf(801),
  kind: 'import',
  state: 'done',
  result: { kind: 'import', batchId: idOf(790), groups, refusedFile: '/x/refused.csv' },
});

describe('how a file is read', () => {
  it('is guessed, shown on real rows, and corrected column by column', async () => {
    const { bridge, user } = await toMapping();
    expect(screen.getByText('29.33')).toBeTruthy();
    await user.selectOptions(
      screen.getByLabelText(words('common:fileReading.column_holds', { n: 3 })),
      'quantity',
    );
    await user.selectOptions(screen.getByLabelText(words('common:fileReading.separator')), ',');
    await waitFor(() => expect(bridge.of('exchange.previewFile')).toHaveLength(2));
    expect(bridge.of('exchange.previewFile').at(-1)?.input).toMatchObject({
      kind: 'purchases',
      reading: { separator: ',', columns: ['external_id', 'date', 'quantity', 'amount'] },
    });
  });

  it('says in words what is still missing, and the trial run waits for it', async () => {
    const { bridge, user } = await toMapping({
      'exchange.chooseFile': () => aPreview({ missing: ['external_id', 'amount'] }),
    });
    expect(
      screen.getByText(x('map.missing', { fields: `${x('map.missing_who')}和${x('field.amount')}` })),
    ).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.of('exchange.dryRun')).toEqual([]);
  });

  it('says that a spreadsheet has damaged phones', async () => {
    await toMapping({ 'exchange.chooseFile': () => aPreview({ damagedPhones: 3 }) });
    expect(screen.getByText(x('map.damaged_phones', { count: 3 }))).toBeTruthy();
  });

  it('a file that cannot be read is refused in words; the store has not changed', async () => {
    const { user } = await atExchange({
      'exchange.chooseFile': () => refused('file_refused', { why: 'file_is_workbook' }),
    });
    await user.keyboard('{F2}');
    await screen.findByText(x('file_refused.file_is_workbook'));
  });

  it('choosing no file changes nothing', async () => {
    const { user } = await atExchange({ 'exchange.chooseFile': () => null });
    await user.keyboard('{F2}');
    expect(screen.getByRole('heading', { name: x('import.title') })).toBeTruthy();
  });
});

describe('from the trial run to the result', () => {
  it('goes by Ctrl+Enter twice; group by group before anything is written', async () => {
    const { bridge, user } = await toMapping({
      'exchange.dryRun': () => aJob(),
      'exchange.job': ({ jobId }: { jobId: string }) => (jobId === JOB ? checked : imported),
      'exchange.runImport': () => imported,
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('check.nothing_written'));
    expect(screen.getByText('¥244,080.00')).toBeTruthy();
    expect(screen.getByText(x('why.date_malformed'))).toBeTruthy();
    expect(screen.getByText(x('check.line', { line: '120' }))).toBeTruthy();
    expect(bridge.of('exchange.runImport')).toEqual([]);

    await user.keyboard('{Enter}');
    expect(bridge.of('exchange.runImport')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('done.refused_file'));
    expect(bridge.of('exchange.runImport').map(({ input }) => input)).toEqual([
      { fileId: idOf(700), kind: 'purchases', reading },
    ]);
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: x('import.title') });
  });

  it('a file without anything new has nothing to import', async () => {
    const nothing = {
      ...groups,
      newMembers: 0,
      newPurchases: 0,
      refused: 0,
      refusedBy: [],
      alreadyThere: 6919,
    };
    const { bridge, user } = await toMapping({
      'exchange.dryRun': () => aJob(),
      'exchange.job': () => aJob({ state: 'done', result: { kind: 'dry_run', groups: nothing } }),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('check.nothing_to_do'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.of('exchange.runImport')).toEqual([]);
  });

  it('survives leaving the screen: it goes on, and waits for whoever comes back', async () => {
    const { bridge, user } = await toMapping({
      'exchange.dryRun': () => aJob(),
      'exchange.job': () => aJob(),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('job.of', { done: '100', total: '6,919' }));
    await user.keyboard('{Control>}1{/Control}');
    bridge.reply({ 'exchange.job': () => checked, 'exchange.runningJob': () => null });
    await user.keyboard('{Control>}9{/Control}');
    await screen.findByText(x('check.nothing_written'));
  });

  it('follows what main tells, and F10 stops it', async () => {
    const { bridge, user } = await toMapping({
      'exchange.dryRun': () => aJob(),
      'exchange.job': () => aJob(),
      'exchange.cancelJob': () => ({}),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    bridge.reply({ 'exchange.runningJob': () => aJob() });
    await screen.findByText(x('job.of', { done: '100', total: '6,919' }));
    bridge.tell({ type: 'job-progress', job: aJob({ done: 5000 }) as never });
    await screen.findByText(x('job.of', { done: '5,000', total: '6,919' }));
    await user.keyboard('{F10}');
    await waitFor(() =>
      expect(bridge.of('exchange.cancelJob').map(({ input }) => input)).toEqual([{ jobId: JOB }]),
    );
    bridge.tell({ type: 'job-progress', job: aJob({ state: 'cancelled' }) as never });
    await screen.findByText(x('job.cancelled_dry_run'));
  });

  it('a drive that was pulled out says what is kept', async () => {
    const { user } = await toMapping({
      'exchange.dryRun': () => aJob(),
      'exchange.job': () => aJob({ state: 'failed', failure: 'file_gone' }),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('job.failed.file_gone'));
    await user.keyboard('{Escape}');
    await screen.findByText(x('map.ready'));
  });
});

describe('undoing an import', () => {
  const ask = async (more: Replies = {}) => {
    const opened = await atExchange({ 'exchange.imports': () => [anImport()], ...more });
    await opened.user.click(
      await screen.findByRole('button', { name: x('import.undo_of', { file: 'CDNOW_sample.txt' }) }),
    );
    return { ...opened, dialog: await screen.findByRole('dialog', { name: x('undo.title') }) };
  };

  it('says what goes before it goes; Enter alone keeps everything', async () => {
    const { bridge, user, dialog } = await ask();
    expect(dialog.textContent).toContain('2,357');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.of('exchange.undoImport')).toEqual([]);
  });

  it('Ctrl+Enter undoes it as a whole', async () => {
    const { user, dialog } = await ask({
      'exchange.undoImport': () => aJob({ kind: 'undo_import', step: 'undoing' }),
      'exchange.job': () =>
        aJob({
          kind: 'undo_import',
          state: 'done',
          result: { kind: 'undo_import', members: 2357, purchases: 6911, kept: 1 },
        }),
    });
    within(dialog).getByRole('button', { name: x('undo.keep') });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(new RegExp(x('done.undone', { members: '2,357', purchases: '6,911' })));
  });

  it('is refused in words once something was built on it', async () => {
    const { user } = await ask({
      'exchange.undoImport': () => refused('built_upon', { by: 'sales', rows: 12 }),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(x('undo.built_upon', { by: x('undo.by_sales'), rows: '12' }));
  });
});

describe('the export', () => {
  it('masks phones unless asked, and shows files, rows and checksums', async () => {
    const files = [{ name: 'members.csv', rows: 2357, bytes: 183_000, sha256: 'a3f8c2d19e74b065'.repeat(4) }];
    const { bridge, user } = await atExchange({
      'exchange.exportAll': () => aJob({ kind: 'export', step: 'writing' }),
      'exchange.job': () =>
        aJob({ kind: 'export', state: 'done', result: { kind: 'export', folder: '/x/shuke', files } }),
    });
    await user.keyboard('{F4}');
    await screen.findByText('members.csv');
    expect(screen.getByText('a3f8c2d19e74…')).toBeTruthy();
    expect(bridge.of('exchange.exportAll').map(({ input }) => input)).toEqual([EVERYTHING]);
  });

  it('warns before full numbers go out', async () => {
    const { user } = await atExchange();
    await user.click(screen.getByLabelText(x('export.mask')));
    expect(screen.getByText(x('export.mask_off'))).toBeTruthy();
  });
});

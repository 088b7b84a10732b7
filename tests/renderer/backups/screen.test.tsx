import { showPart } from '@renderer/app/office/office-state';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { deskOf, idOf } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aBackup, aPreview, aStanding, MADE_AT, withBackups } from './shop';

const b = (key: string, values: Record<string, unknown> = {}) => words(`backups:${key}`, values);

async function atBackups(more: Replies = {}) {
  const opened = await openWindow(withBackups(more));
  showPart('backups');
  await opened.user.keyboard('{Control>}9{/Control}');
  await screen.findByRole('region', { name: b('last.title') });
  return opened;
}
/** To the newest backup, as far as the phrase. */
async function atRestore(more: Replies = {}) {
  const opened = await atBackups(more);
  (await screen.findByRole('listbox', { name: b('list.title') })).focus();
  await opened.user.keyboard('{Enter}');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByLabelText(b('restore.phrase', { phrase: '恢复备份' }))),
  );
  return opened;
}

it('says when the last backup was that was read back, where, and what it holds', async () => {
  await atBackups({ 'backups.standing': () => aStanding({ second: null, secondNeedsCode: true }) });
  expect(screen.getByRole('region', { name: b('last.title') }).textContent).toMatch(/11月22日 周日 09:12/);
  screen.getByText(new RegExp(b('holds', { members: '2,000', purchases: '31,204' })));
  screen.getByText(b('second.needs_code'));
});

it('what is wrong stands first, with since when', async () => {
  await atBackups({
    'backups.standing': () => aStanding({ problems: [{ code: 'overdue', since: MADE_AT }] }),
  });
  expect(screen.getByRole('alert').textContent).toContain(b('problem.overdue'));
});

it('F2 makes one now; why it could not be written is said', async () => {
  const { bridge, user } = await atBackups({
    'backups.makeNow': () => refused('not_written', { why: 'disk_full' }),
  });
  await user.keyboard('{F2}');
  await screen.findByText(b('refusal.not_written_disk_full'));
  expect(bridge.of('backups.makeNow')).toHaveLength(1);
});

it('trust, Durability: a restore says first what would be lost and since when; the phrase and Ctrl+Enter carry it out', async () => {
  const { bridge, user } = await atRestore({ 'backups.restore': () => refused('wrong_phrase') });
  screen.getByText(
    b('restore.loses', { what: b('lost.purchases', { count: 14 }), since: '11月22日 周日 09:12' }),
  );
  await user.keyboard('恢复{Control>}{Enter}{/Control}');
  await screen.findByText(b('refusal.wrong_phrase'));
  expect(bridge.of('backups.restore')[0]?.input).toEqual({
    where: 'here',
    id: aBackup().id,
    phrase: '恢复',
    recoveryCode: null,
  });
  await user.keyboard('{Escape}');
  await screen.findByRole('listbox', { name: b('list.title') });
});

it('a backup of another store says so; an encrypted one wants its recovery code', async () => {
  await atRestore({
    'backups.previewRestore': () =>
      aPreview({ otherStore: true, storeName: '别人的店', needsRecoveryCode: false, lost: [] }),
  });
  screen.getByText(b('restore.other_store_named', { name: '别人的店' }));
  screen.getByText(b('restore.loses_nothing'));
});

it('a restore that is done leaves the list behind, with no phrase that would do it again', async () => {
  const { user } = await atRestore({ 'backups.restore': () => ({ madeAt: aBackup().madeAt }) });
  await user.keyboard('恢复备份{Control>}{Enter}{/Control}');
  await screen.findByRole('listbox', { name: b('list.title') });
  expect(screen.queryByText(b('restore.do'))).toBeNull();
});

it('a restore is taken back after a second press that says what goes', async () => {
  const { bridge, user } = await atBackups({
    'backups.standing': () => aStanding({ undo: { restoredAt: MADE_AT + 3_600_000, backupMadeAt: MADE_AT } }),
    'backups.previewUndo': () => [{ kind: 'members', rows: 1, since: MADE_AT + 7_200_000 }],
    'backups.undoRestore': () => refused('nothing_to_undo'),
  });
  await user.click(screen.getByRole('button', { name: b('undo.do') }));
  expect(bridge.of('backups.undoRestore')).toEqual([]);
  screen.getByText(b('undo.loses', { what: b('lost.members', { count: 1 }) }));
  await user.click(screen.getByRole('button', { name: b('undo.sure') }));
  await screen.findByText(b('refusal.nothing_to_undo'));
});

it('a cashier reads how safe the shop is, and whose the rest is', async () => {
  const { bridge } = await atBackups({
    'staff.current': () => deskOf({ id: idOf(98), name: '李店员', role: 'cashier' }),
  });
  screen.getByText(words('may.never.owner'));
  expect(bridge.of('backups.list')).toEqual([]);
});

import { CHECKLIST_ITEMS, type Checklist } from '@domain/handbook/checklist';
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type ChecklistRuns, useRunChecklist } from '../api';
import classes from './checklists-page.module.css';

interface ChecklistFormProps {
  readonly checklist: Checklist;
  readonly last: ChecklistRuns['runs'][number] | null;
}

/** Everything unticked at first: a round that ticks itself would check nothing. */
export function ChecklistForm({ checklist, last }: ChecklistFormProps) {
  const { t } = useTranslation('handbook');
  const format = useFormat();
  const run = useRunChecklist();
  const items: readonly Item[] = CHECKLIST_ITEMS[checklist];
  const [held, setHeld] = useState<readonly Item[]>([]);
  const [note, setNote] = useState('');

  const tick = (item: Item) => {
    run.reset();
    setHeld(held.includes(item) ? held.filter((other) => other !== item) : [...held, item]);
  };
  const save = async () => {
    const end = await run.run({ checklist, held: [...held], note });
    if (end.state !== 'done') return;
    setHeld([]);
    setNote('');
  };
  const press = onConfirm(() => void save());

  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <p className={classes.quiet}>
        {last === null
          ? t('checklists.never')
          : t('checklists.last', { date: format.date(last.on), by: last.by })}
      </p>
      {items.map((item) => (
        <Checkbox
          key={item}
          label={t(`checklists.item.${item}`)}
          checked={held.includes(item)}
          onChange={() => tick(item)}
        />
      ))}
      <Textarea
        className={classes.note ?? ''}
        label={t('checklists.note')}
        placeholder={t('checklists.note_hint')}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {run.now.state === 'done' ? <Notice tone="good">{t('checklists.saved')}</Notice> : null}
      <NotDone of={run.now} words={() => t('checklists.unknown')} onRetry={() => void save()} />
      <div className={classes.save}>
        <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={run.now.state === 'busy'}>
          {t('checklists.save')}
        </KeyButton>
        <span className="numbers">{t('checklists.held', { count: held.length, of: items.length })}</span>
      </div>
    </form>
  );
}

type Item = (typeof CHECKLIST_ITEMS)[Checklist][number];

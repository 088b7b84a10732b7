import { CHECKLIST_ITEMS, CHECKLISTS, type Checklist } from '@domain/handbook/checklist';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { DigitChoice } from '../../../ui/digit-choice';
import { type ChecklistRuns, useChecklists } from '../api';
import { ChecklistForm } from './checklist-form';
import classes from './checklists-page.module.css';
import { Page } from './page';

/** The checklists of S91: gone through, kept, compared with the last round. */
export function ChecklistsPage() {
  const { t } = useTranslation('handbook');
  const [chosen, setChosen] = useState<Checklist>('standards');
  return (
    <Page title={t('page.checklists')} about={t('checklists.about')}>
      <DigitChoice
        label={t('checklists.choose')}
        options={CHECKLISTS.map((value) => ({ value, word: t(`checklists.name.${value}`) }))}
        value={chosen}
        onChange={setChosen}
      />
      <Awaited of={useChecklists()} skeleton={<Bones rows={8} height={28} />}>
        {(lists) => {
          const runs = lists.find(({ checklist }) => checklist === chosen)?.runs ?? [];
          return (
            <div className={classes.beside}>
              <ChecklistForm key={chosen} checklist={chosen} last={runs[0] ?? null} />
              <History checklist={chosen} runs={runs} />
            </div>
          );
        }}
      </Awaited>
    </Page>
  );
}

interface HistoryProps {
  readonly checklist: Checklist;
  readonly runs: ChecklistRuns['runs'];
}

function History({ checklist, runs }: HistoryProps) {
  const { t } = useTranslation('handbook');
  const format = useFormat();
  const of = CHECKLIST_ITEMS[checklist].length;
  return (
    <section aria-label={t('checklists.history')}>
      <h3 className={classes.head}>{t('checklists.history')}</h3>
      {runs.length === 0 ? <p className={classes.quiet}>{t('checklists.never')}</p> : null}
      <ol className={classes.runs}>
        {runs.map(({ id, on, by, held, note }) => (
          <li key={id}>
            <span className="numbers">
              {format.date(on)} · {by}
            </span>
            <span className="numbers">{t('checklists.held', { count: held.length, of })}</span>
            {note === '' ? null : <span className={classes.quiet}>{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

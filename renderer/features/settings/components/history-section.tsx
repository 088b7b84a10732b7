import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type HistoryRow, useRuleHistory } from '../api';
import { HistoryChanges } from './history-changes';
import classes from './history-section.module.css';
import { Section } from './section';
import { WithdrawPlan } from './withdraw-plan';

/** Every version of the rules, newest first: who changed what, when, from when, and what became of it. */
export function HistorySection() {
  const { t } = useTranslation('settings');
  const history = useRuleHistory();
  return (
    <Section title={t('history.title')} about={t('history.about')}>
      <Awaited of={history} skeleton={<Bones rows={3} height={72} />}>
        {(rows) => (
          <ol className={classes.versions}>
            {rows.map((row) => (
              <li key={row.version} className={classes.version}>
                <Version row={row} />
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Section>
  );
}

function Version({ row }: { readonly row: HistoryRow }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { version, state, effectiveFrom, madeAt, staffName, changes } = row;
  const isOldest = state === 'first' || version === 1;
  const made = { who: staffName, when: format.dateTime(madeAt) };
  return (
    <>
      <div className={classes.head}>
        <h3 className="numbers">{t('history.version', { version })}</h3>
        <span className={classes.state} data-state={state}>
          {t(`history.state.${state}`)}
        </span>
        <span className="numbers">
          {isOldest ? t('history.from_start') : t('history.from', { date: format.date(effectiveFrom) })}
        </span>
        <span className="quiet numbers">{t('history.made', made)}</span>
        {state === 'planned' && changes.length > 0 ? <WithdrawPlan effectiveFrom={effectiveFrom} /> : null}
      </div>
      {isOldest ? (
        <p className="quiet">{t('history.first')}</p>
      ) : changes.length === 0 ? (
        <p className="quiet">{t('history.withdraws')}</p>
      ) : (
        <HistoryChanges changes={changes} />
      )}
    </>
  );
}

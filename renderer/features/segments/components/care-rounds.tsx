import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { type CareRound, useRounds } from '../api';
import classes from './segments-list.module.css';

/** What was given to whole segments to be done, and what has become of it; nothing where nothing was. */
export function CareRounds() {
  const { t } = useTranslation('segments');
  const { data, error, refetch } = useRounds();
  if (error !== null) return <FaultLine error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('rounds.title')}>
      <h2 className={classes.title}>{t('rounds.title')}</h2>
      <ul className={classes.rounds}>
        {data.map((round) => (
          <Round key={round.id} round={round} />
        ))}
      </ul>
    </section>
  );
}

function Round({ round }: { readonly round: CareRound }) {
  const { t } = useTranslation(['segments', 'care']);
  const format = useFormat();
  const left = round.leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <li>
      <strong>{round.segment ?? t('rounds.unnamed')}</strong>
      <span>{round.note}</span>
      <span className="quiet">
        {t(`care:content.${round.content}`)} · {t('rounds.due', { date: format.date(round.dueOn) })}
      </span>
      <span className="numbers">
        {round.state === 'running'
          ? t('rounds.running', { done: whole(round.done), members: whole(round.members) })
          : t('rounds.made', { count: round.made, made: whole(round.made) })}
        {left === 0 ? '' : ` · ${t('rounds.left', { count: left, left: whole(left) })}`}
      </span>
    </li>
  );
}

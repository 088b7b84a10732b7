import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Notice } from '../../../ui/notice';
import type { PosSource, PosState } from '../api';
import { NEEDS_SOMEBODY } from '../health';
import { useCountWords } from '../use-words';
import classes from './pos.module.css';

interface StandingProps {
  readonly state: PosState;
  readonly source: PosSource;
}

/** How it stands with the till's folder: whether it is watched, what came today, what the last file was. */
export function Standing({ state, source }: StandingProps) {
  const { t } = useTranslation('pos');
  const format = useFormat();
  const counts = useCountWords();
  const { health, lastFile, today } = state;
  const need = NEEDS_SOMEBODY.find((each) => each === health);
  return (
    <div className={classes.standing}>
      <div role="status">
        <h2 className={classes.big}>{t(`health.${health}`, { name: source.name })}</h2>
      </div>
      {need === undefined ? null : <Notice tone="danger">{t(`healthTodo.${need}`)}</Notice>}
      {state.readOnly ? <Notice tone="mind">{t('readOnly')}</Notice> : null}
      <dl className={classes.facts}>
        <div>
          <dt>{t('bookedToday')}</dt>
          <dd>{counts(today) ?? t('todayNone')}</dd>
        </div>
        <div>
          <dt>{t('lastFile')}</dt>
          <dd>
            {lastFile === null
              ? t('lastFileNone')
              : t('lastFileAt', { file: lastFile.name, when: format.dateTime(lastFile.readAt) })}
          </dd>
        </div>
        <div>
          <dt>{t('folder')}</dt>
          <dd data-selectable>{source.folder}</dd>
        </div>
        <div>
          <dt>{t('field.pattern')}</dt>
          <dd>{source.pattern}</dd>
        </div>
        <div>
          <dt>{t('field.from')}</dt>
          <dd>{format.date(source.from)}</dd>
        </div>
      </dl>
    </div>
  );
}

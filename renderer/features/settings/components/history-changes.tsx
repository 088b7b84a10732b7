import { useTranslation } from 'react-i18next';
import type { HistoryRow } from '../api';
import { useRuleWords } from '../use-rule-words';
import classes from './history-section.module.css';

/** What a version changed, rule by rule: what was, and what came. */
export function HistoryChanges({ changes }: Pick<HistoryRow, 'changes'>) {
  const { t } = useTranslation('settings');
  const { labelOf, wordsOf } = useRuleWords();
  return (
    <dl className={`${classes.changes} numbers`}>
      {changes.map(({ path, before, after }) => (
        <div key={path} className={classes.change}>
          <dt>{labelOf(path, after === '' ? before : after)}</dt>
          <dd>
            <s>{before === '' ? t('history.none') : wordsOf(path, before)}</s>
            {' → '}
            <span>{after === '' ? t('history.gone') : wordsOf(path, after)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

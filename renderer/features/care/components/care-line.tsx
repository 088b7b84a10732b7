import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/key-cap';
import { useCareOf } from '../api';
import { useDueWords } from '../words';
import classes from './care-line.module.css';

interface CareLineProps {
  readonly memberId: string;
  readonly onOpen: () => void;
}

/** What is to be done for the member who stands here, and how often they may still be contacted; the card never waits for it. */
export function CareLine({ memberId, onOpen }: CareLineProps) {
  const { t } = useTranslation('care');
  const due = useDueWords();
  const { data } = useCareOf(memberId);
  const [first, ...more] = data?.tasks ?? [];
  return (
    <button type="button" className={classes.line} onClick={onOpen} tabIndex={-1}>
      {data === undefined ? (
        <span className="quiet">{t('line.title')}</span>
      ) : (
        <>
          {first === undefined ? (
            <span className="quiet">{t('line.nothing')}</span>
          ) : (
            <>
              <strong>{t(`kind.${first.kind}`)}</strong> · {due(first)}
              {more.length === 0 ? null : ` · ${t('line.more', { count: more.length })}`}
            </>
          )}
          <span className="quiet"> · {t('budget.left', { count: data.budget.left })}</span>
        </>
      )}{' '}
      <KeyCap>Alt+K</KeyCap>
    </button>
  );
}

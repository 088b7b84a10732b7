import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import type { ExerciseView } from '../api';
import classes from './exercise-panel.module.css';

/** What was done otherwise than asked, and how to see it right. */
export function Difference({ of }: { readonly of: NonNullable<ExerciseView['difference']> }) {
  const { t } = useTranslation('practice');
  const values = {
    amount: of.amount === null ? '' : money(of.amount),
    points: of.points === null ? '' : whole(of.points),
  };
  return (
    <p className={classes.differs}>
      <strong>{t('differsLabel')}</strong> {t(`differs.${of.code}`, values)}
    </p>
  );
}

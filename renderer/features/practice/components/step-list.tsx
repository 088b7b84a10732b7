import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExerciseView } from '../api';
import classes from './exercise-panel.module.css';

/** The steps of an exercise; told by mark, word and weight, not by colour alone. */
export function StepList({ steps }: Pick<ExerciseView, 'steps'>) {
  const { t } = useTranslation('practice');
  return (
    <ul className={classes.steps} aria-label={t('stepsLabel')}>
      {steps.map(({ step, done }) => {
        const Mark = done ? IconCircleCheckFilled : IconCircle;
        return (
          <li key={step} className={classes.step} data-done={done || undefined}>
            <Mark size={16} stroke={1.6} role="img" aria-label={t(done ? 'doneMark' : 'openMark')} />
            <span>{t(`stepWords.${step}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { fullDateWords } from '../../../lib/format';
import { useFormat, useLocale } from '../../../lib/store-context';
import page from '../../../ui/paper.module.css';
import type { ExerciseView } from '../api';
import { useTaskWords } from '../use-task-words';
import classes from './practice-sheet.module.css';

interface PracticeSheetProps {
  readonly name: string;
  readonly done: readonly ExerciseView[];
}

/** For the staff file: what was done, and how long it took. No score: nobody is ranked by it. */
export function PracticeSheet({ name, done }: PracticeSheetProps) {
  const { t } = useTranslation('practice');
  const { today } = useFormat();
  const locale = useLocale();
  const words = useTaskWords();
  return (
    <article className={`${page.paper} ${classes.sheet}`} data-paper="a4">
      <h1 className={classes.title}>{t('sheet.title')}</h1>
      <p>{t('sheet.who', { name })}</p>
      <p>{t('sheet.day', { day: fullDateWords(today, locale) })}</p>
      <p>{t('sheet.about')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.exercise')}</th>
            <th scope="col" className={classes.took}>
              {t('sheet.took')}
            </th>
          </tr>
        </thead>
        <tbody>
          {done.map((row) => {
            const { title, took } = words(row);
            return (
              <tr key={row.exercise}>
                <td>{title}</td>
                <td className={classes.took}>{took}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.signs}>
        <span>{t('sheet.signed')}</span>
        <span>{t('sheet.checked')}</span>
      </p>
    </article>
  );
}

import { RULE_OF_WARNED } from '@domain/insights/rules-of';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { BehindFigure } from '../../../ui/behind';
import { Bones } from '../../../ui/bones';
import { useCareCounts, useComplaintCounts, useWarned } from '../api';
import classes from './overview.module.css';

/** What somebody should do now, as ways to where it is done. */
export function DuePart() {
  const { t } = useTranslation('overview');
  return (
    <section aria-label={t('question.due')}>
      <h2 className={classes.title}>{t('question.due')}</h2>
      <ul className={`${classes.list} numbers`}>
        <Awaited of={useComplaintCounts()} skeleton={<Bones rows={1} height={24} />}>
          {({ open, overdue, dueSoon }) => (
            <li>
              {overdue > 0 ? (
                <strong className="danger">
                  {t('due.overdue', { count: overdue, complaints: whole(overdue) })}
                </strong>
              ) : (
                t('due.none_overdue')
              )}{' '}
              {t('due.soon', { soon: whole(dueSoon), open: whole(open) })}{' '}
              <Link to="/complaints">{t('due.to_complaints')}</Link>
            </li>
          )}
        </Awaited>
        <Awaited of={useCareCounts()} skeleton={<Bones rows={1} height={24} />}>
          {({ ready, held }) => (
            <li>
              {t('due.tasks', { count: ready, tasks: whole(ready), held: whole(held) })}{' '}
              <Link to="/care">{t('due.to_care')}</Link>
            </li>
          )}
        </Awaited>
        <Awaited of={useWarned()} skeleton={<Bones rows={1} height={24} />}>
          {({ total }) =>
            total === 0 ? null : (
              <li>
                <BehindFigure title={{ key: 'overview:due.warned_title' }} rule={RULE_OF_WARNED}>
                  {t('due.warned', { count: total, members: whole(total) })}
                </BehindFigure>
              </li>
            )
          }
        </Awaited>
      </ul>
    </section>
  );
}

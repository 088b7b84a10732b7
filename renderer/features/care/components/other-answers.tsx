import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../lib/format';
import { FigureTable } from '../../../ui/figure-table';
import type { Results } from '../api';
import { CountChart } from './count-chart';
import { ResultsPart } from './results-part';

interface AnswerProps {
  readonly results: Results;
  readonly asTable: boolean;
}

/** What became of the tasks of each kind: always a table, it has a row for each kind. */
export function WorkAnswer({ results }: Pick<AnswerProps, 'results'>) {
  const { t } = useTranslation('care');
  return (
    <ResultsPart question={t('results.work')} definition={t('results.workAbout')}>
      {results.kinds.length === 0 ? (
        <p className="quiet">{t('results.workNone')}</p>
      ) : (
        <FigureTable
          label={t('results.work')}
          columns={[
            t('results.kind'),
            t('results.made'),
            t('results.contacted'),
            t('results.done'),
            t('results.lapsed'),
            t('results.dropped'),
            t('results.again'),
          ]}
          rows={results.kinds.map((row) => ({
            id: row.kind,
            cells: [
              t(`kind.${row.kind}`),
              whole(row.made),
              whole(row.contacted),
              whole(row.done),
              whole(row.lapsed),
              whole(row.dropped),
              row.contactedBought.of === 0
                ? '–'
                : t('results.of', {
                    share: share(row.contactedBought.bought, row.contactedBought.of),
                    of: whole(row.contactedBought.of),
                  }),
            ],
          }))}
        />
      )}
    </ResultsPart>
  );
}

/** What came of the contacts. */
export function OutcomesAnswer({ results, asTable }: AnswerProps) {
  const { t } = useTranslation('care');
  const all = results.outcomes.reduce((sum, { count }) => sum + count, 0);
  const rows = results.outcomes.map(({ outcome, count }) => ({
    id: outcome,
    name: t(`outcome.${outcome}`),
    count,
    share: share(count, all),
  }));
  return (
    <ResultsPart question={t('results.outcomes')} definition={t('results.outcomesAbout')}>
      {all === 0 ? (
        <p className="quiet">{t('results.outcomesNone')}</p>
      ) : asTable ? (
        <FigureTable
          label={t('results.outcomesTable')}
          columns={[t('results.outcome'), t('results.count'), t('results.share')]}
          rows={rows.map((row) => ({ id: row.id, cells: [row.name, whole(row.count), row.share] }))}
        />
      ) : (
        <CountChart
          label={t('results.outcomesChart')}
          axis={t('results.count')}
          rows={rows.map((row) => ({
            name: row.name,
            first: row.count,
            firstLabel: `${whole(row.count)} · ${row.share}`,
          }))}
        />
      )}
    </ResultsPart>
  );
}

/** Why customers left, beside what is known of other shops (S90). */
export function ReasonsAnswer({ results, asTable }: AnswerProps) {
  const { t } = useTranslation('care');
  const all = results.churnReasons.reduce((sum, { count }) => sum + count, 0);
  const rows = results.churnReasons.map(({ reason, count, reference }) => ({
    id: reason,
    name: t(`reason.${reason}`),
    count,
    percent: all === 0 ? 0 : (count / all) * 100,
    share: share(count, all),
    reference,
  }));
  return (
    <ResultsPart question={t('results.reasons')} definition={t('results.reasonsAbout')}>
      {all === 0 ? <p className="quiet">{t('results.reasonsNone')}</p> : null}
      {asTable ? (
        <FigureTable
          label={t('results.reasonsTable')}
          columns={[t('results.reason'), t('results.count'), t('results.own'), t('results.reference')]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: [row.name, whole(row.count), all === 0 ? '–' : row.share, `${row.reference}%`],
          }))}
        />
      ) : (
        <CountChart
          label={t('results.reasonsChart')}
          axis={t('results.reasonsAxis')}
          rows={rows.map((row) => ({
            name: row.name,
            first: row.percent,
            firstLabel: all === 0 ? '' : t('results.ownLabel', { share: row.share }),
            second: row.reference,
            secondLabel: t('results.referenceLabel', { share: `${row.reference}%` }),
          }))}
        />
      )}
    </ResultsPart>
  );
}

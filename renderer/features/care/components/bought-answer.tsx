import type { Share } from '@domain/statistics/proportion';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../ui/figure-table';
import type { Results } from '../api';
import { type ComparedRow, comparedRows } from '../results-rows';
import { BoughtChart } from './bought-chart';
import classes from './results.module.css';
import { ResultsPart } from './results-part';

interface AnswerProps {
  readonly results: Results;
  readonly asTable: boolean;
}

/** Did care bring them back? Those with a task beside those whom the lot left out, and in words what may be said of it. */
export function BoughtAnswer({ results, asTable }: AnswerProps) {
  const { t } = useTranslation('care');
  const rows = comparedRows(results.kinds);
  return (
    <ResultsPart question={t('results.bought')} definition={t('results.boughtAbout')}>
      {rows.length === 0 ? (
        <p className="quiet">{t('results.boughtNone')}</p>
      ) : (
        <>
          <ul className={classes.verdicts}>
            {rows.map((row) => (
              <li key={row.kind}>
                <strong>{t(`kind.${row.kind}`)}</strong>
                {verdictWords(row)}
              </li>
            ))}
          </ul>
          {rows.every(({ tasked, control }) => tasked === null && control === null) ? null : asTable ? (
            <FigureTable
              label={t('results.boughtTable')}
              columns={[
                t('results.kind'),
                t('results.taskedBought'),
                t('results.controlBought'),
                t('results.difference'),
              ]}
              rows={rows.map((row) => ({
                id: row.kind,
                cells: [
                  t(`kind.${row.kind}`),
                  shareWords(row.tasked, row.taskedOf),
                  shareWords(row.control, row.controlOf),
                  row.difference === null
                    ? '–'
                    : t('results.points', {
                        points: signed(row.difference.points),
                        from: signed(row.difference.from),
                        to: signed(row.difference.to),
                      }),
                ],
              }))}
            />
          ) : (
            <BoughtChart rows={rows} />
          )}
        </>
      )}
    </ResultsPart>
  );

  function shareWords(share: Share | null, of: number): string {
    if (share === null) return '–';
    const { percent, from, to } = share;
    return t('results.label', {
      percent: `${percent.toFixed(0)}%`,
      from: from.toFixed(0),
      to: to.toFixed(0),
      of,
    });
  }

  function verdictWords({ verdict, difference }: ComparedRow): string {
    return t(`results.verdict_${verdict}`, {
      points: difference === null ? '' : Math.abs(difference.points).toFixed(0),
    });
  }
}

/** `+12`, `−3`, with a real minus. */
function signed(value: number): string {
  const size = Math.abs(value).toFixed(0);
  return size === '0' ? '0' : `${value < 0 ? '−' : '+'}${size}`;
}

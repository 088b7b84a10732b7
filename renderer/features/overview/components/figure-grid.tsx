import { ruleOfBuyers, ruleOfJoinedIn } from '@domain/overview/rules-of';
import type { SegmentRule } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { BehindFigure } from '../../../ui/behind';
import { Why } from '../../../ui/why';
import { changeWords, FIGURES, figureWords } from '../figure-words';
import type { FigureColumn } from '../use-figure-columns';
import classes from './overview.module.css';

type Figure = (typeof FIGURES)[number];

/** Figures under each other, stretches of days beside each other; what members are counted by opens them. */
export function FigureGrid({ columns }: { readonly columns: readonly FigureColumn[] }) {
  const { t } = useTranslation('overview');
  return (
    <div className={classes.scroller}>
      <table className={`${classes.grid} numbers`} aria-label={t('question.figures')}>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, name, days, beforeName }) => (
              <th key={id} scope="col">
                {name} <span className={classes.small}>{days}</span>
                <span className={classes.beside}>{beforeName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <Why
                  title={t(`figure.${figure.id}`)}
                  content={() => <p className={classes.text}>{t(`why.${figure.id}`)}</p>}
                >
                  {t(`figure.${figure.id}`)}
                </Why>
              </th>
              {columns.map((column) => (
                <td key={column.id}>
                  <FigureCell figure={figure} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureCell({
  figure: { id, kind },
  column,
}: {
  readonly figure: Figure;
  readonly column: FigureColumn;
}) {
  const { today } = useFormat();
  const { period, now, before } = column;
  const rule = ruleBehind(id, period, today);
  const words = figureWords(now[id], kind);
  return (
    <>
      <span className={classes.value}>
        {rule === null || now[id] === 0 ? (
          words
        ) : (
          <BehindFigure
            title={{
              key: 'overview:figure_of',
              values: {
                figure: { key: `overview:figure.${id}` },
                column: { key: `overview:column.${column.id}` },
              },
            }}
            rule={rule}
          >
            {words}
          </BehindFigure>
        )}
      </span>
      <span className={classes.change}>{changeWords(now[id], before[id], kind)}</span>
    </>
  );
}

function ruleBehind(id: Figure['id'], ...of: Parameters<typeof ruleOfBuyers>): SegmentRule | null {
  if (id === 'buyers') return ruleOfBuyers(...of);
  return id === 'newMembers' ? ruleOfJoinedIn(...of) : null;
}

import { ENOUGH_ANSWERS } from '@domain/surveys/percent';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { percentWords } from '../../../lib/percent-words';
import { useChosenRow } from '../../../ui/use-row-keys';
import type { RankedStaff } from '../api';
import classes from './ranking-part.module.css';

interface RankingTableProps {
  readonly staff: readonly RankedStaff[];
  readonly chosenId: string | null;
  readonly onChoose: (staffId: string) => void;
}

export function RankingTable({ staff, chosenId, onChoose }: RankingTableProps) {
  const { t } = useTranslation('surveys');
  const keys = useChosenRow({ ids: staff.map(({ staffId }) => staffId), chosen: chosenId, onChoose });
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={classes.table} role="grid" aria-label={t('ranking.question')}>
        <thead>
          <tr>
            <th scope="col">{t('ranking.name')}</th>
            <th scope="col">{t('ranking.sales')}</th>
            <th scope="col">{t('goal.satisfaction')}</th>
            <th scope="col">{t('ranking.repurchase')}</th>
            <th scope="col">{t('ranking.on_time')}</th>
            <th scope="col">{t('ranking.about')}</th>
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {staff.map((one, index) => (
            <tr
              key={one.staffId}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={one.staffId === chosenId}
              onFocus={() => onChoose(one.staffId)}
              onClick={() => onChoose(one.staffId)}
            >
              <th scope="row">{one.name}</th>
              <td>{whole(one.sales)}</td>
              <td>
                <ShareCell share={one.satisfaction} judged />
              </td>
              <td>
                <ShareCell share={one.repurchase} />
              </td>
              <td>
                <ShareCell share={one.complaintsOnTime} />
              </td>
              <td>{whole(one.complaintsAbout)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ShareCellProps {
  readonly share: RankedStaff['satisfaction'];
  /** A handful of answers is said to be one. */
  readonly judged?: boolean;
}

/** A share of how many, and where the truth lies. */
function ShareCell({ share, judged = false }: ShareCellProps) {
  const { t } = useTranslation('surveys');
  if (share === null) return '—';
  const few = judged && share.of < ENOUGH_ANSWERS;
  return (
    <>
      {percentWords(share.percent)}
      <span className={classes.small}>
        {few
          ? t('ranking.few', { count: share.of, answers: whole(share.of) })
          : t('ranking.range', {
              of: whole(share.of),
              low: percentWords(share.low),
              high: percentWords(share.high),
            })}
      </span>
    </>
  );
}

import type { ComplaintRow } from '@contract/complaints';
import { IconArrowUp, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReasonWord } from '../../../lib/reason-words';
import { useFormat } from '../../../lib/store-context';
import { useChosenRow } from '../../../ui/use-row-keys';
import type { BoardSection } from '../board';
import classes from './board-table.module.css';
import { TimeLeft } from './time-left';

interface BoardTableProps {
  readonly board: readonly BoardSection[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The desk's day: section by section, within each what is due first. Rows are chosen by arrow and opened by Enter. */
export function BoardTable({ board, chosen, onChoose, onOpen }: BoardTableProps) {
  const { t } = useTranslation('complaints');
  const rows = board.flatMap((part) => part.rows);
  const keys = useChosenRow({ ids: rows.map(({ id }) => id), chosen, onChoose, onOpen });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={classes.table} role="grid" aria-label={t('board.caption')}>
      <thead className={classes.head}>
        <tr>
          <th scope="col">{t('board.number')}</th>
          <th scope="col">{t('board.complaint')}</th>
          <th scope="col">{t('board.due')}</th>
        </tr>
      </thead>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {board.flatMap(({ section, rows: inSection }) => [
          <tr key={section} className={classes.section} data-section={section}>
            <td className={classes.number} />
            <th colSpan={2} scope="rowgroup">
              {t(`board.${section}`)} <span className="numbers">{inSection.length}</span>
            </th>
          </tr>,
          ...inSection.map((row) => (
            <tr
              key={row.id}
              tabIndex={keys.tabIndexOf(rows.indexOf(row))}
              aria-selected={row.id === chosen}
              onClick={() => {
                onChoose(row.id);
                onOpen(row.id);
              }}
            >
              <Row row={row} />
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: ComplaintRow }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const wordOf = useReasonWord();
  return (
    <>
      <td className={`${classes.number} numbers`}>{row.number}</td>
      <td className={classes.complaint} title={row.what}>
        <span className={classes.line}>
          <span className={classes.member}>{row.memberName ?? t('walk_in')}</span>
          <span className={classes.reason}>{wordOf(row.reason, row.reasonName)}</span>
          {row.severity === 'high' ? <span className={classes.grave}>{t('severity.high')}</span> : null}
          {row.escalatedTo === null ? null : (
            <span className={classes.mark} title={t('mark.escalated_to', { name: row.escalatedTo.name })}>
              <IconArrowUp size={12} stroke={2} aria-hidden="true" /> {row.escalatedTo.name}
            </span>
          )}
        </span>
        <span className={classes.what}>{row.what}</span>
      </td>
      <td className={classes.due}>
        {row.pausedAt !== null ? (
          <span
            className={`${classes.mark} numbers`}
            title={t('mark.paused_since', { at: format.dateTime(row.pausedAt) })}
          >
            <IconPlayerPause size={12} stroke={2} aria-hidden="true" />{' '}
            {t('mark.paused_for', { span: format.span(format.now - row.pausedAt) })}
          </span>
        ) : row.nextDue === null ? (
          <span className="quiet">{t(`state.${row.state}`)}</span>
        ) : (
          <>
            <TimeLeft due={row.nextDue} />
            <span className={classes.clock}>{t(`clock.${row.nextDue.clock}`)}</span>
          </>
        )}
      </td>
    </>
  );
}

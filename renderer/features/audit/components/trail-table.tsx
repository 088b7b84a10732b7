import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useActWords } from '../../../lib/use-act-words';
import { useChosenRow } from '../../../ui/use-row-keys';
import type { AuditRow } from '../api';
import { useStaffWords, useSubjectWords } from '../use-words';
import classes from './audit.module.css';

interface TrailTableProps {
  readonly label: string;
  readonly rows: readonly AuditRow[];
  readonly chosen: number | null;
  readonly onChoose: (seq: number) => void;
  /** Enter: to what it says. */
  readonly onOpen: (seq: number) => void;
}

/** Acts, newest first: who, what, about whom, and why. Arrows choose. */
export function TrailTable({ label, rows, chosen, onChoose, onOpen }: TrailTableProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const actWords = useActWords();
  const staffWords = useStaffWords();
  const subjectWords = useSubjectWords();
  const at = Math.max(
    0,
    rows.findIndex(({ seq }) => seq === chosen),
  );
  const keys = useChosenRow({
    ids: rows.map(({ seq }) => seq),
    chosen: rows[at]?.seq ?? null,
    onChoose,
    onOpen,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={`${classes.trail} numbers`} role="grid" aria-label={label}>
      <thead>
        <tr>
          {(['at', 'who', 'what'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {rows.map((row, index) => (
          <tr
            key={row.seq}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={index === at}
            onFocus={() => onChoose(row.seq)}
            onClick={() => onOpen(row.seq)}
          >
            <td className={classes.at}>{format.dateTime(row.at)}</td>
            <td className={classes.who}>
              {staffWords(row.staff)}
              {row.approver === null ? null : (
                <span className={classes.small}>{t('approvedBy', { name: row.approver.name })}</span>
              )}
            </td>
            <td>
              <span className={classes.act}>
                {actWords(row.act)}
                {row.afterClose ? <span className={classes.mark}>{t('afterClose')}</span> : null}
              </span>
              <span className={classes.small}>
                {[...row.subjects.map(subjectWords), row.why].filter((word) => word !== '').join(' · ')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

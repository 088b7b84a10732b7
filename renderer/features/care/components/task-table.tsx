import type { TaskRow } from '@contract/care';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useChosenRow } from '../../../ui/use-row-keys';
import { useDueWords, useFactWords, useHeldWords } from '../words';
import classes from './task-list.module.css';

interface TaskTableProps {
  readonly rows: readonly TaskRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Whom, about what, until when. Rows are chosen by arrow and opened by Enter. */
export function TaskTable({ rows, chosen, onChoose, onOpen }: TaskTableProps) {
  const { t } = useTranslation('care');
  const facts = useFactWords();
  const keys = useChosenRow({ ids: rows.map(({ id }) => id), chosen, onChoose, onOpen });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={classes.table} role="grid" aria-label={t('list.caption')}>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={row.id === chosen}
            onClick={() => {
              onChoose(row.id);
              onOpen(row.id);
            }}
          >
            <td>
              <span className={classes.first}>
                <strong className={classes.name}>{row.member.name || t('nameless')}</strong>
                <span className={classes.kindOf}>{t(`kind.${row.kind}`)}</span>
                <When row={row} />
              </span>
              <span className={classes.second}>
                <span className={classes.about} title={facts(row) || t(`why.${row.kind}`)}>
                  {facts(row) || t(`why.${row.kind}`)}
                </span>
                {row.assignedTo === null ? null : <span>{t('task.of', { name: row.assignedTo.name })}</span>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Until when it may wait; why it waits; or how it ended. */
function When({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const due = useDueWords();
  const held = useHeldWords();
  if (row.state !== 'open') return <span className={classes.when}>{t(`state.${row.state}`)}</span>;
  if (row.held !== null)
    return (
      <span className={classes.when} title={held(row.held)}>
        {t(`heldShort.${row.held.why}`)}
      </span>
    );
  return (
    <span className={classes.when} data-last={row.lastDay === format.today || undefined}>
      {due(row)}
    </span>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { PAGE, type useTasks } from '../api';
import { look, useTasksView } from '../tasks-view';
import classes from './task-list.module.css';
import { TaskTable } from './task-table';

interface TaskListProps {
  readonly of: ReturnType<typeof useTasks>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The tasks of the chosen list, by priority; what ended, newest first. */
export function TaskList({ of, chosen, onChoose, onOpen }: TaskListProps) {
  const { t } = useTranslation('care');
  const { which, kind, offset } = useTasksView();
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={8} height={52} />}
      isEmpty={({ total }) => total === 0}
      empty={
        <div className={classes.empty}>
          <p>
            {kind === null ? t(`list.empty_${which}`) : t('list.empty_kind', { kind: t(`kind.${kind}`) })}
          </p>
          {kind !== null ? (
            <Button variant="default" onClick={() => look({ kind: null })}>
              {t('list.allKinds')}
            </Button>
          ) : which === 'today' ? (
            <Button variant="default" onClick={() => look({ which: 'held' })}>
              {t('list.toHeld')}
            </Button>
          ) : null}
        </div>
      }
    >
      {({ rows, total }) => (
        <>
          <div className={classes.rows}>
            <TaskTable rows={rows} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
          </div>
          <div className={`${classes.foot} numbers`}>
            <span className="quiet">
              {total <= PAGE
                ? t('list.total', { count: total })
                : t('list.range', { from: offset + 1, to: offset + rows.length, total })}
              {' · '}
              {t(which === 'done' ? 'list.orderNewest' : 'list.orderFirst')}
            </span>
            {total <= PAGE ? null : (
              <span className={classes.pages}>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={offset === 0}
                  onClick={() => look({ offset: Math.max(0, offset - PAGE) })}
                >
                  {t('list.earlier')}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={offset + rows.length >= total}
                  onClick={() => look({ offset: offset + PAGE })}
                >
                  {t('list.later')}
                </Button>
              </span>
            )}
          </div>
        </>
      )}
    </Awaited>
  );
}

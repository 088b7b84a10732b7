import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/use-now';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import type { useBoard } from '../api';
import { boardOf } from '../board';
import { showTab } from '../desk-state';
import classes from './board-list.module.css';
import { BoardTable } from './board-table';

interface BoardListProps {
  readonly of: ReturnType<typeof useBoard>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Everything that is not closed yet, and how much of it there is. */
export function BoardList({ of, chosen, onChoose, onOpen }: BoardListProps) {
  const { t } = useTranslation('complaints');
  const now = useNow();
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={8} height={48} />}
      isEmpty={({ total }) => total === 0}
      empty={
        <div className={classes.empty}>
          <p>{t('board.empty')}</p>
          <Button variant="default" onClick={() => showTab('practice')}>
            {t('board.to_practice')}
          </Button>
        </div>
      }
    >
      {({ rows, total }) => (
        <>
          <div className={classes.rows}>
            <BoardTable board={boardOf(rows, now)} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
          </div>
          <p className={`${classes.foot} quiet numbers`}>
            {rows.length < total
              ? t('board.more', { shown: rows.length, total })
              : t('board.total', { total })}
          </p>
        </>
      )}
    </Awaited>
  );
}

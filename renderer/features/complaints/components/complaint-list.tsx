import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { PAGE, type useComplaints, type Which } from '../api';
import classes from './complaint-list.module.css';
import { ComplaintTable } from './complaint-table';

interface ComplaintListProps {
  readonly of: ReturnType<typeof useComplaints>;
  readonly which: Which;
  readonly text: string;
  readonly offset: number;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onOffset: (offset: number) => void;
  readonly onShowAll: () => void;
  readonly onClearSearch: () => void;
}

export function ComplaintList(props: ComplaintListProps) {
  const { of, which, text, offset, chosen, onChoose, onOpen, onOffset } = props;
  const { t } = useTranslation('complaints');
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={8} height={36} />}
      isEmpty={({ total }) => total === 0}
      empty={
        <div className={classes.empty}>
          <p>{text === '' ? t(`list.empty_${which}`) : t('list.empty_search', { text })}</p>
          {text !== '' ? (
            <Button variant="default" onClick={props.onClearSearch}>
              {t('list.clear_search')}
            </Button>
          ) : which === 'open' ? (
            <Button variant="default" onClick={props.onShowAll}>
              {t('list.show_all')}
            </Button>
          ) : null}
        </div>
      }
    >
      {({ rows, total }) => (
        <>
          <div className={classes.rows}>
            <ComplaintTable rows={rows} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
          </div>
          <div className={`${classes.foot} numbers`}>
            <span className="quiet">
              {total <= PAGE
                ? t('list.total', { total })
                : t('list.range', { from: offset + 1, to: offset + rows.length, total })}
              {' · '}
              {t(which === 'open' ? 'list.order_due' : 'list.order_newest')}
            </span>
            {total <= PAGE ? null : (
              <span className={classes.pages}>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={offset === 0}
                  onClick={() => onOffset(Math.max(0, offset - PAGE))}
                >
                  {t('list.earlier')}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={offset + rows.length >= total}
                  onClick={() => onOffset(offset + PAGE)}
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

import type { MemberRow } from '@contract/members';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { TierMark } from '../../../ui/tier-mark';
import classes from './results-list.module.css';

interface ResultsListProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly MemberRow[];
  /** -1 while none is chosen. */
  readonly active: number;
  /** Whose card is open. */
  readonly openId: string | null;
  readonly onOpen: (memberId: string) => void;
}

export const rowId = (listId: string, memberId: string): string => `${listId}-${memberId}`;

/** Members as rows of two lines: who, and when they were last here. */
export function ResultsList({ id, label, rows, active, openId, onOpen }: ResultsListProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer starts at its top again
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    if (active <= 0) box.scrollTop = 0;
    else box.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, rows]);
  return (
    <div className={classes.list}>
      <div className={classes.label} id={`${id}-label`}>
        {label}
      </div>
      <div
        ref={list}
        role="listbox"
        id={id}
        aria-labelledby={`${id}-label`}
        tabIndex={-1}
        className={classes.rows}
      >
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus (aria-activedescendant)
          <div
            key={row.id}
            id={rowId(id, row.id)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-open={row.id === openId || undefined}
            className={classes.row}
            // The focus stays in the box, also for whoever uses a mouse.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(row.id)}
          >
            <MemberLines row={row} t={t} format={format} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface MemberLinesProps {
  readonly row: MemberRow;
  readonly t: TFunction<'members'>;
  readonly format: ReturnType<typeof useFormat>;
}

/** Plain markup without hooks of its own: twenty of them are drawn at every keystroke. */
function MemberLines({ row, t, format }: MemberLinesProps) {
  return (
    <>
      <span className={classes.line}>
        <span className={classes.name}>{row.name === '' ? t('nameless') : row.name}</span>
        {row.openComplaints > 0 ? (
          <span className={classes.complaint}>
            <IconAlertTriangleFilled size={12} aria-hidden="true" /> {t('row.complaint')}
          </span>
        ) : null}
        {row.tier === 'regular' ? null : <TierMark tier={row.tier} />}
        <span className={classes.phone}>{row.phoneMasked === '' ? row.memberNo : row.phoneMasked}</span>
      </span>
      <span className={classes.second}>
        {row.lastVisitOn === null ? (
          <span>{t('row.neverBought')}</span>
        ) : (
          <span>
            <time dateTime={row.lastVisitOn} title={format.date(row.lastVisitOn)}>
              {format.daysAgo(row.lastVisitOn)}
            </time>{' '}
            · {t('row.visits', { count: row.visits })}
          </span>
        )}
        {row.usableCoupons === 0 ? null : (
          <span className={classes.coupons}>{t('row.coupons', { count: row.usableCoupons })}</span>
        )}
        <span className={classes.points}>{t('row.points', { points: whole(row.points) })}</span>
      </span>
    </>
  );
}

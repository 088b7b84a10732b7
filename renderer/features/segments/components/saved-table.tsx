import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { useRowKeys } from '../../../ui/use-row-keys';
import { type Segment, useSizes } from '../api';
import classes from './segments-list.module.css';

interface SavedTableProps {
  readonly segments: readonly Segment[];
  readonly at: number;
  readonly onMove: (row: number) => void;
  readonly onOpen: (segment: Segment) => void;
}

/** The saved segments: name, rule in words, how many are in it now. The numbers follow the names. */
export function SavedTable({ segments, at, onMove, onOpen }: SavedTableProps) {
  const { t } = useTranslation('segments');
  const said = useSegmentWords();
  const sizes = useSizes().data;
  const open = (row: number) => {
    const segment = segments[row];
    if (segment !== undefined) onOpen(segment);
  };
  const keys = useRowKeys({ count: segments.length, at, onMove, onOpen: open });
  const focused = useRef(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={classes.table} role="grid" aria-label={t('saved.title')}>
      <thead>
        <tr>
          <th scope="col">{t('saved.name')}</th>
          <th scope="col">{t('saved.rule')}</th>
          <th scope="col" className={classes.figure}>
            {t('saved.members')}
          </th>
          <th scope="col" className={`${classes.figure} ${classes.reachable}`}>
            {t('saved.reachable')}
          </th>
        </tr>
      </thead>
      <tbody
        ref={(body) => {
          keys.list.current = body;
          if (body === null || focused.current) return;
          focused.current = true;
          keys.focus();
        }}
        onKeyDown={keys.onKeyDown}
      >
        {segments.map((segment, index) => {
          const size = sizes?.find(({ segmentId }) => segmentId === segment.id);
          return (
            <tr
              key={segment.id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => onMove(index)}
              onClick={() => onOpen(segment)}
            >
              <th scope="row">{segment.name}</th>
              <td className={classes.rule}>{said(segment.rule)}</td>
              <td className={classes.figure}>{size === undefined ? '…' : whole(size.members)}</td>
              <td className={`${classes.figure} ${classes.reachable}`}>
                {size === undefined ? '…' : whole(size.reachable)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

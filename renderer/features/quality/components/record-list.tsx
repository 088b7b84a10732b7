import type { QualityRecord } from '@contract/quality';
import type { QualityList } from '@domain/quality/checks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFunctionKeys } from '../../../lib/function-keys';
import type { Table } from '../../../lib/table';
import { Ago } from '../../../ui/ago';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { useTableExport } from '../../../ui/table-export';
import { useRowKeys } from '../../../ui/use-row-keys';
import { MOST_IN_FILE, PAGE, useRecords, wholeList } from '../api';
import { birthdayWords } from '../birthday-words';
import { useRowsFocus } from '../use-rows-focus';
import classes from './quality.module.css';

interface RecordListProps {
  readonly list: QualityList;
  readonly onMember: (memberId: string) => void;
}

/** Who is on a list and what to do about it, those who come most first; Enter opens one at the counter. */
export function RecordList({ list, onMember }: RecordListProps) {
  const { t } = useTranslation('quality');
  const [page, setPage] = useState(0);
  const records = useRecords(list, page);
  const total = records.data?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const exporting = useTableExport({
    table: async () => tableOf(await wholeList(list)),
    notes: [
      { name: t('do'), text: t(`about.${list}`) },
      ...(total > MOST_IN_FILE
        ? [{ name: t('most'), text: t('mostAbout', { most: whole(MOST_IN_FILE) }) }]
        : []),
    ],
  });
  useFunctionKeys([
    { ...exporting.key, disabled: total === 0 },
    ...(last === 0
      ? []
      : [
          { key: 'F6', word: t('key.before'), run: () => setPage(page - 1), disabled: page === 0 },
          { key: 'F7', word: t('key.after'), run: () => setPage(page + 1), disabled: page >= last },
        ]),
  ]);
  return (
    <div className={classes.pane}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t(`list.${list}`)}</h2>
        <p className={classes.about}>{t(`about.${list}`)}</p>
      </header>
      {exporting.note}
      <Awaited
        of={records}
        skeleton={<Bones rows={10} height={36} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="quiet">{t('clean')}</p>}
      >
        {({ rows }) => (
          <>
            <p className="quiet numbers" role="status">
              {last === 0
                ? t('members', { count: total, members: whole(total) })
                : t('page', {
                    from: whole(page * PAGE + 1),
                    to: whole(page * PAGE + rows.length),
                    total: whole(total),
                  })}
              {last === 0 ? null : (
                <KeyButton
                  cap="F7"
                  className={classes.next}
                  variant="default"
                  size="compact-sm"
                  disabled={page >= last}
                  onClick={() => setPage(page + 1)}
                >
                  {t('key.after')}
                </KeyButton>
              )}
            </p>
            <Records key={page} label={t(`list.${list}`)} rows={rows} onMember={onMember} />
          </>
        )}
      </Awaited>
    </div>
  );

  function tableOf(rows: readonly QualityRecord[]): Table {
    return {
      title: t(`list.${list}`),
      columns: [
        { name: t('column.name'), kind: 'text' },
        { name: t('column.memberNo'), kind: 'text' },
        { name: t('column.phone'), kind: 'text' },
        { name: t('column.birthday'), kind: 'text' },
        { name: t('column.lastVisit'), kind: 'date' },
        { name: t('column.visits'), kind: 'whole' },
        { name: t('column.completeness'), kind: 'percent' },
      ],
      rows: rows.map((row) => ({
        id: row.memberId,
        cells: [
          row.name,
          row.memberNo,
          row.phoneMasked,
          birthdayWords(row.birthday),
          row.lastVisitOn,
          row.visits,
          row.completeness / 100,
        ],
      })),
    };
  }
}

interface RecordsProps {
  readonly label: string;
  readonly rows: readonly QualityRecord[];
  readonly onMember: (memberId: string) => void;
}

function Records({ label, rows, onMember }: RecordsProps) {
  const { t } = useTranslation('quality');
  const [at, setAt] = useState(0);
  const open = (row: number) => {
    const record = rows[row];
    if (record !== undefined) onMember(record.memberId);
  };
  const chosen = Math.min(at, rows.length - 1);
  const keys = useRowKeys({ count: rows.length, at: chosen, onMove: setAt, onOpen: open });
  useRowsFocus(keys, rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={`${classes.records} numbers`} role="grid" aria-label={label}>
      <thead>
        <tr>
          {(['name', 'phone', 'birthday', 'lastVisit', 'visits', 'completeness'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {rows.map((row, index) => (
          <tr
            key={row.memberId}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={index === chosen}
            onFocus={() => setAt(index)}
            onClick={() => open(index)}
          >
            <th scope="row">{row.name || row.memberNo}</th>
            <td>{row.phoneMasked || '—'}</td>
            <td data-column="birthday">{birthdayWords(row.birthday) ?? '—'}</td>
            <td>{row.lastVisitOn === null ? '—' : <Ago date={row.lastVisitOn} />}</td>
            <td data-column="visits">{whole(row.visits)}</td>
            <td data-column="completeness">{row.completeness}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { widthOf } from '../lib/columns';
import classes from './column-table.module.css';

interface ColumnTableProps<Field extends string> {
  /** What a column may hold, with its words. */
  readonly fields: readonly Field[];
  readonly fieldWord: (field: Field) => string;
  /** Per column what it holds now. */
  readonly columns: readonly (Field | null)[];
  /** Names of the columns as the file has them; null where it has no head. */
  readonly headers: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly onColumn: (at: number, field: Field | null) => void;
}

/** Real rows of a file; above each column what it holds. */
export function ColumnTable<Field extends string>(props: ColumnTableProps<Field>) {
  const { t } = useTranslation('common');
  const { fields, fieldWord, headers, rows } = props;
  const columns = Array.from({ length: widthOf(headers ?? [], rows) }, (_, at) => at);
  const heldBy = (at: number) => props.columns[at] ?? null;
  return (
    <section
      className={classes.scroller}
      // Wide files scroll sideways, by keyboard too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable
      tabIndex={0}
      aria-label={t('fileReading.preview', { n: rows.length })}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((at) => (
              <th key={at} scope="col" data-taken={heldBy(at) !== null || undefined}>
                <NativeSelect
                  size="xs"
                  aria-label={t('fileReading.column_holds', { n: at + 1 })}
                  value={heldBy(at) ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    props.onColumn(at, fields.find((field) => field === value) ?? null)
                  }
                  data={[
                    { value: '', label: t('fileReading.leave_out') },
                    ...fields.map((value) => ({ value, label: fieldWord(value) })),
                  ]}
                />
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((at) => (
              <td key={at} className={classes.head}>
                {headers === null ? t('fileReading.column', { n: at + 1 }) : (headers[at] ?? '')}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity but their place
            <tr key={line}>
              {columns.map((at) => (
                <td key={at} data-taken={heldBy(at) !== null || undefined} data-selectable>
                  {row[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

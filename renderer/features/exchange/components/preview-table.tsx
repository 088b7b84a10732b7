import { fieldsOf } from '@domain/exchange/fields';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportField, ImportKind, ImportPreview } from '../api';
import { widthOf } from '../columns';
import classes from './preview-table.module.css';

interface PreviewTableProps {
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  readonly onColumn: (at: number, field: ImportField | null) => void;
}

/** Real rows of the file; above each column what it holds. */
export function PreviewTable({ kind, preview, onColumn }: PreviewTableProps) {
  const { t } = useTranslation('exchange');
  const { headers, rows, reading } = preview;
  const columns = Array.from({ length: widthOf(headers, rows) }, (_, at) => at);
  const choices = fieldsOf(kind);
  return (
    // Wide files scroll sideways, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable
    <section className={classes.scroller} tabIndex={0} aria-label={t('map.preview', { n: rows.length })}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((at) => {
              const field = reading.columns[at] ?? null;
              return (
                <th key={at} scope="col" data-taken={field !== null || undefined}>
                  <NativeSelect
                    size="xs"
                    aria-label={t('map.column_holds', { n: at + 1 })}
                    value={field ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      onColumn(at, choices.find((choice) => choice === value) ?? null)
                    }
                    data={[
                      { value: '', label: t('map.leave_out') },
                      ...choices.map((value) => ({ value, label: t(`field.${value}`) })),
                    ]}
                  />
                </th>
              );
            })}
          </tr>
          <tr>
            {columns.map((at) => (
              <td key={at} className={classes.head}>
                {reading.header ? (headers[at] ?? '') : t('map.column', { n: at + 1 })}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity but their place
            <tr key={line}>
              {columns.map((at) => (
                <td key={at} data-taken={(reading.columns[at] ?? null) !== null || undefined} data-selectable>
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

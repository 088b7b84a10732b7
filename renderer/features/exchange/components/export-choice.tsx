import { EXPORT_FORMATS, EXPORT_TABLES } from '@domain/exchange/export';
import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { Notice } from '../../../ui/notice';
import { PeriodChoice } from '../../../ui/period-choice';
import { useSegments } from '../api';
import { choose, type ExportChoice } from '../export-choice';
import classes from './export-choice.module.css';

/** Which tables, days and members go out, and as what kind of file. */
export function ExportChoiceFields({ choice }: { readonly choice: ExportChoice }) {
  const { t } = useTranslation('exchange');
  const storeId = useOpenStore().id;
  const put = (part: Partial<ExportChoice>) => choose(storeId, part);
  const { data: segments = [] } = useSegments();
  const { tables, period, segmentId, maskPhones, format } = choice;
  const whole = tables.length === EXPORT_TABLES.length;
  return (
    <div className={classes.choice}>
      <SegmentedControl
        aria-label={t('export.format')}
        data={EXPORT_FORMATS.map((each) => ({ value: each, label: t(`export.format_${each}`) }))}
        value={format}
        onChange={(value) => put({ format: value })}
      />
      <NativeSelect
        label={t('export.whose')}
        value={segmentId ?? ''}
        data={[
          { value: '', label: t('export.everybody') },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => put({ segmentId: value === '' ? null : value })}
      />
      {segmentId === null ? null : <p className={classes.note}>{t('export.whose_about')}</p>}
      <Checkbox
        label={t('export.some_days')}
        checked={period !== null}
        onChange={({ currentTarget: { checked } }) => put({ period: checked ? { span: 'month' } : null })}
      />
      {period === null ? null : (
        <div className={classes.inner}>
          <PeriodChoice chosen={period} onChoose={(chosen) => put({ period: chosen })} />
          <p className={classes.note}>{t('export.some_days_about')}</p>
        </div>
      )}
      <Checkbox
        label={t('export.every_table', { n: EXPORT_TABLES.length })}
        checked={whole}
        indeterminate={!whole && tables.length > 0}
        onChange={({ currentTarget: { checked } }) => put({ tables: checked ? EXPORT_TABLES : ['members'] })}
      />
      {whole ? null : (
        <fieldset className={classes.tables}>
          <legend>{t('export.tables')}</legend>
          {EXPORT_TABLES.map((table) => (
            <Checkbox
              key={table}
              size="xs"
              label={t(`export.table_${table}`)}
              checked={tables.includes(table)}
              onChange={({ currentTarget: { checked } }) =>
                put({
                  tables: EXPORT_TABLES.filter((each) => (each === table ? checked : tables.includes(each))),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <Checkbox
        label={t('export.mask')}
        checked={maskPhones}
        onChange={({ currentTarget: { checked } }) => put({ maskPhones: checked })}
      />
      {maskPhones ? null : <Notice tone="mind">{t('export.mask_off')}</Notice>}
      {tables.length === 0 ? <p className={classes.note}>{t('export.no_table')}</p> : null}
    </div>
  );
}

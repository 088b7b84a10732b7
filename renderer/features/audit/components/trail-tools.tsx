import { isBusinessDate } from '@domain/units';
import { NativeSelect, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useActWords } from '../../../lib/use-act-words';
import { type TrailFilters, useActs, useStaffList } from '../api';
import { narrow } from '../audit-state';
import classes from './audit.module.css';

interface TrailToolsProps {
  readonly filters: TrailFilters;
  readonly first: Ref<HTMLSelectElement>;
}

/** By whom, what, and when. */
export function TrailTools({ filters, first }: TrailToolsProps) {
  const { t } = useTranslation('audit');
  const actWords = useActWords();
  const staff = useStaffList().data ?? [];
  const acts = useActs().data ?? [];
  const any = { value: '', label: t('any') };
  return (
    <fieldset className={classes.tools} aria-label={t('filters')}>
      <NativeSelect
        ref={first}
        label={t('filter.staff')}
        size="xs"
        data={[any, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
        value={filters.staffId ?? ''}
        onChange={({ currentTarget: { value } }) => narrow({ staffId: value === '' ? null : value })}
      />
      <NativeSelect
        label={t('filter.act')}
        size="xs"
        data={[any, ...acts.map((act) => ({ value: act, label: actWords(act) }))]}
        value={filters.act ?? ''}
        onChange={({ currentTarget: { value } }) => narrow({ act: value === '' ? null : value })}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`filter.${end}`)}
          size="xs"
          value={filters[end] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            if (value === '') narrow({ [end]: null });
            else if (isBusinessDate(value)) narrow({ [end]: value });
          }}
        />
      ))}
    </fieldset>
  );
}

import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookup } from '../api';
import { isPaymentCode } from '../reading';

interface ReferrerFieldProps {
  readonly value?: string | null;
  readonly onChange?: (memberId: string | null) => void;
  readonly error?: ReactNode;
  /** Name of the referrer that is already set. */
  readonly known: string | null;
}

/** Finds the referrer as the counter's box finds members. */
export function ReferrerField({ value = null, onChange, error, known }: ReferrerFieldProps) {
  const { t } = useTranslation('members');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(known);
  const text = isPaymentCode(search) || search === chosen ? '' : search;
  const { data } = useLookup(text);
  const found = (text === '' ? [] : (data?.rows ?? [])).map((row) => ({
    value: row.id,
    label: [row.name, row.phoneMasked].filter((part) => part !== '').join(' '),
  }));
  const data0 =
    value !== null && chosen !== null && !found.some((row) => row.value === value)
      ? [{ value, label: chosen }, ...found]
      : found;
  return (
    <Select
      label={t('field.referrer')}
      placeholder={t('field.referrerHint')}
      searchable
      clearable
      data={data0}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={text === '' ? undefined : t('field.referrerNone')}
      value={value}
      error={error}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(next, option) => {
        setChosen(option?.label ?? null);
        onChange?.(next);
      }}
    />
  );
}

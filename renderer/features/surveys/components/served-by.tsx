import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../api';

interface ServedByProps {
  readonly value: string | null;
  readonly onChange: (staffId: string | null) => void;
}

/** Whom the answer is about, where several work; a choice is needed only if it was not the seller. */
export function ServedBy({ value, onChange }: ServedByProps) {
  const { t } = useTranslation('surveys');
  const { data } = useStaff();
  if (data === undefined || data.length < 2) return null;
  return (
    <NativeSelect
      label={t('ask.served_by')}
      data={[
        { value: '', label: t('ask.served_by_seller') },
        ...data.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(event) => {
        const { value: chosen } = event.currentTarget;
        onChange(chosen === '' ? null : chosen);
      }}
    />
  );
}

import type { MemberCard } from '@contract/members';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { useSetAdviser, useStaff } from '../api';

interface AdviserSectionProps {
  readonly memberId: string;
  readonly adviser: MemberCard['adviser'];
}

/** The named member of staff who looks after them (S42, S54): chosen is done. */
export function AdviserSection({ memberId, adviser }: AdviserSectionProps) {
  const { t } = useTranslation('members');
  const staff = useStaff();
  const set = useSetAdviser();
  return (
    <>
      <NativeSelect
        label={t('adviser.title')}
        data={[
          { value: '', label: t('adviser.none') },
          ...(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={adviser?.id ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void set.run({ memberId, staffId: value === '' ? null : value })
        }
        error={set.now.state === 'refused' ? t(`adviser.refusal.${set.now.refusal.code}`) : null}
      />
      {staff.isError ? <FaultLine error={staff.error} onRetry={() => void staff.refetch()} /> : null}
      {set.now.state === 'fault' ? <FaultLine mishap={set.now.mishap} /> : null}
    </>
  );
}

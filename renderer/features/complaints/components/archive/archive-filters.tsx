import type { ComplaintFilters } from '@contract/complaints';
import { SEVERITIES } from '@domain/complaints/complaint';
import { OBJECTS, REASON_GROUPS, type ReasonGroup } from '@domain/complaints/reasons';
import { isBusinessDate } from '@domain/units';
import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonWord } from '../../../../lib/reason-words';
import { useRules, useStaff } from '../../api';
import { narrow } from '../../archive-state';
import classes from './archive.module.css';

const STATES = ['all', 'open', 'closed'] as const;
/** Before the id of a whole group in the choice of reasons. */
const GROUP = 'group:';

/** Everything that narrows the archive beside its text. */
export function ArchiveFilters({ filters }: { readonly filters: ComplaintFilters }) {
  const { t } = useTranslation('complaints');
  const any = { value: '', label: t('archive.any') };
  const staff = useStaff().data ?? [];
  return (
    <fieldset className={classes.filters} aria-label={t('archive.filters')}>
      <SegmentedControl
        aria-label={t('archive.which')}
        size="xs"
        data={STATES.map((value) => ({ value, label: t(`archive.${value}`) }))}
        value={filters.which}
        onChange={(which) => narrow({ which })}
        transitionDuration={0}
      />
      <NativeSelect
        label={t('object.label')}
        size="xs"
        data={[any, ...OBJECTS.map((value) => ({ value, label: t(`object.${value}`) }))]}
        value={filters.object ?? ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({ object: OBJECTS.find((each) => each === value) ?? null })
        }
      />
      <ReasonFilter filters={filters} />
      <NativeSelect
        label={t('severity.label')}
        size="xs"
        data={[any, ...SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))]}
        value={filters.severity ?? ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({ severity: SEVERITIES.find((each) => each === value) ?? null })
        }
      />
      <NativeSelect
        label={t('archive.about')}
        size="xs"
        data={[any, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
        value={filters.aboutStaffId ?? ''}
        onChange={({ currentTarget: { value } }) => narrow({ aboutStaffId: value === '' ? null : value })}
      />
      <DayFilter label={t('archive.from')} of="from" filters={filters} />
      <DayFilter label={t('archive.to')} of="to" filters={filters} />
      <Checkbox
        className={classes.late}
        size="xs"
        label={t('archive.late_only')}
        checked={filters.lateOnly}
        onChange={({ currentTarget: { checked } }) => narrow({ lateOnly: checked })}
      />
    </fieldset>
  );
}

/** Groups and the reasons below them in one choice; a reason that is offered no more still finds its old complaints. */
function ReasonFilter({ filters }: { readonly filters: ComplaintFilters }) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const reasons = useRules()?.complaints.reasons ?? [];
  const inGroup = (group: ReasonGroup) => ({
    group: t(`group.${group}`),
    items: [
      { value: GROUP + group, label: t('archive.whole_group', { group: t(`group.${group}`) }) },
      ...reasons
        .filter((reason) => reason.group === group)
        .map(({ id, name }) => ({ value: id, label: wordOf(id, name) })),
    ],
  });
  return (
    <NativeSelect
      label={t('archive.reason')}
      size="xs"
      data={[{ value: '', label: t('archive.any') }, ...REASON_GROUPS.map(inGroup)]}
      value={filters.reason ?? (filters.reasonGroup === null ? '' : GROUP + filters.reasonGroup)}
      onChange={({ currentTarget: { value } }) => {
        const reasonGroup = REASON_GROUPS.find((group) => GROUP + group === value) ?? null;
        narrow({ reasonGroup, reason: reasonGroup !== null || value === '' ? null : value });
      }}
    />
  );
}

interface DayFilterProps {
  readonly label: string;
  readonly of: 'from' | 'to';
  readonly filters: ComplaintFilters;
}

function DayFilter({ label, of, filters }: DayFilterProps) {
  return (
    <TextInput
      type="date"
      label={label}
      size="xs"
      value={filters[of] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        if (value === '') narrow({ [of]: null });
        else if (isBusinessDate(value)) narrow({ [of]: value });
      }}
    />
  );
}

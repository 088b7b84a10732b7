import { TASK_KINDS } from '@domain/care/task';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useCounts, type Which } from '../api';
import { look, useTasksView } from '../tasks-view';
import classes from './task-list.module.css';

/** Today's work, what waits and why, what was done; and one kind of them. */
export function TaskTools() {
  const { t } = useTranslation('care');
  const { which, kind } = useTasksView();
  const counts = useCounts().data;
  const label = (each: Which, count: number | undefined) =>
    count === undefined || count === 0
      ? t(`list.${each}`)
      : t('list.counted', { which: t(`list.${each}`), number: whole(count) });
  return (
    <div className={classes.tools}>
      <SegmentedControl<Which>
        aria-label={t('list.which')}
        transitionDuration={0}
        value={which}
        onChange={(next) => look({ which: next })}
        data={[
          { value: 'today', label: label('today', counts?.ready) },
          { value: 'held', label: label('held', counts?.held) },
          { value: 'done', label: label('done', undefined) },
        ]}
      />
      <NativeSelect
        className={classes.kind}
        aria-label={t('list.kind')}
        value={kind ?? ''}
        data={[
          { value: '', label: t('list.allKinds') },
          ...TASK_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          look({ kind: TASK_KINDS.find((each) => each === value) ?? null })
        }
      />
    </div>
  );
}

import { TASK_KINDS, type TaskKind } from '@domain/care/task';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './lists.module.css';

interface KindChecksProps {
  readonly value: readonly TaskKind[];
  readonly onChange: (kinds: TaskKind[]) => void;
}

/** Which kinds of tasks a list takes; none chosen = all of them. */
export function KindChecks({ value, onChange }: KindChecksProps) {
  const { t } = useTranslation('care');
  return (
    <Checkbox.Group
      label={t('lists.kinds')}
      description={t('lists.kindsAbout')}
      value={[...value]}
      onChange={(chosen) => onChange(TASK_KINDS.filter((kind) => chosen.includes(kind)))}
    >
      <div className={classes.kinds}>
        {TASK_KINDS.map((kind) => (
          <Checkbox key={kind} size="xs" value={kind} label={t(`kind.${kind}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

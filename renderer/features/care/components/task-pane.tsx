import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Notice } from '../../../ui/notice';
import type { Task, useTask } from '../api';
import { TaskView, type TaskViewProps } from './task-view';

interface TaskPaneProps extends Omit<TaskViewProps, 'task'> {
  readonly of: ReturnType<typeof useTask>;
}

export function TaskPane({ of, ...rest }: TaskPaneProps) {
  const { t } = useTranslation('care');
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={7} height={48} />}
      isEmpty={(task) => task === null}
      empty={<Notice tone="danger">{t('task.gone')}</Notice>}
    >
      {(task) => (
        // `isEmpty` has let null go no further; a render prop cannot say so in types.
        <TaskView {...rest} key={task?.id} task={task as Task} />
      )}
    </Awaited>
  );
}

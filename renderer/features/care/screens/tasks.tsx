import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { Notice } from '../../../ui/notice';
import { useTask, useTasks } from '../api';
import { TaskList } from '../components/task-list';
import { TaskPane } from '../components/task-pane';
import { TaskTools } from '../components/task-tools';
import { STEPS, type Step } from '../task-keys';
import { pick, useTasksView } from '../tasks-view';
import classes from './tasks.module.css';

interface TasksProps {
  readonly onMember: (memberId: string) => void;
  readonly onComplaint: (complaintId: string) => void;
}

/** Whom to call at ten in the morning: the list on the left, all that the call needs on the right. */
export function Tasks({ onMember, onComplaint }: TasksProps) {
  const { t } = useTranslation('care');
  const { which, kind, offset, picked } = useTasksView();
  const [step, setStep] = useState<Step | null>(null);
  /** What has just been done, said quietly above the list in which it was. */
  const [said, setSaid] = useState<{ readonly words: string; readonly at: string } | null>(null);
  const at = `${which} ${kind} ${offset}`;
  /** Where only one column fits: the task is in front of the list. */
  const [inFront, setInFront] = useState(false);
  const list = useTasks(which, kind === null ? [] : [kind], offset);
  const rows = list.data?.rows ?? [];
  const chosen = picked ?? rows[0]?.id ?? null;
  const task = useTask(chosen);
  const screen = useRef<HTMLElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const left = useRef<HTMLDivElement>(null);
  const isOpen = chosen !== null && task.data?.state === 'open';

  /** To the rows, so that the arrows go on; to the screen itself where there is none. */
  const focusRows = () =>
    (left.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? screen.current)?.focus();
  const isEmpty = rows.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever first rows come; never away from what one is at
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement === screen.current) focusRows();
  }, [isEmpty]);

  const choose = (id: string) => {
    if (id !== chosen) {
      setStep(null);
      setSaid(null);
    }
    pick(id);
  };
  const back = () => {
    setStep(null);
    setInFront(false);
    // The list is drawn again first where it was behind the task.
    requestAnimationFrame(focusRows);
  };
  /** On to the one below, or above where there is none. */
  const goOn = (words: string) => {
    const row = rows.findIndex(({ id }) => id === chosen);
    pick((rows[row + 1] ?? rows[row - 1])?.id ?? null);
    setStep(null);
    setSaid({ at, words: t('list.said', { name: task.data?.member.name || t('nameless'), words }) });
    back();
  };

  useFunctionKeys([
    ...STEPS.map(({ step: each, key }) => ({
      key,
      word: t(`step.${each}`),
      run: () => {
        setStep(each);
        setInFront(true);
      },
      disabled: !isOpen,
      active: step === each,
    })),
  ]);

  return (
    <section
      ref={screen}
      tabIndex={-1}
      aria-label={t('part.tasks')}
      className={classes.screen}
      data-in-front={inFront || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') back();
      }}
    >
      <div className={classes.list} ref={left}>
        <TaskTools />
        {said?.at !== at ? null : (
          <div className={classes.said}>
            <Notice tone="good">{said.words}</Notice>
          </div>
        )}
        <TaskList
          of={list}
          chosen={chosen}
          onChoose={choose}
          onOpen={() => {
            setInFront(true);
            (
              side.current?.querySelector<HTMLElement>('[data-outcome] input[type="radio"]') ?? side.current
            )?.focus();
          }}
        />
      </div>
      <div className={classes.side} ref={side} tabIndex={-1}>
        {chosen === null ? null : (
          <TaskPane
            of={task}
            step={step}
            onStepDone={(done) => {
              if (done === 'assign') setStep(null);
              else goOn(t(`step.done_${done}`));
            }}
            onCancelStep={() => {
              setStep(null);
              focusRows();
            }}
            onOutcome={goOn}
            onMember={onMember}
            onComplaint={onComplaint}
            onBack={back}
          />
        )}
      </div>
    </section>
  );
}

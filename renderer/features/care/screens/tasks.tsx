import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { focusFirst } from '../../../lib/focus-first';
import { useFunctionKeys } from '../../../lib/function-keys';
import panes from '../../../ui/list-and-detail.module.css';
import { Notice } from '../../../ui/notice';
import { type Task, useTask, useTasks } from '../api';
import { TaskList } from '../components/task-list';
import { TaskPane } from '../components/task-pane';
import { TaskTools } from '../components/task-tools';
import { STEPS, type Step } from '../task-keys';
import { pick, useTasksView } from '../tasks-view';
import classes from './tasks.module.css';

interface TasksProps {
  readonly onMember: (memberId: string) => void;
  readonly onComplaint: (complaintId: string) => void;
  /** The survey in a call, in the place of its task until it is closed. */
  readonly survey: (task: Task, onClose: (kept: boolean) => void) => ReactNode;
}

/** Whom to call at ten in the morning: the list on the left, all that the call needs on the right. */
export function Tasks({ onMember, onComplaint, survey }: TasksProps) {
  const { t } = useTranslation('care');
  const { which, kind, offset, picked } = useTasksView();
  const [step, setStep] = useState<Step | null>(null);
  /** What has just been done, said quietly above the list in which it was. */
  const [said, setSaid] = useState<{ readonly words: string; readonly at: string } | null>(null);
  /** The task in whose call a rating is asked for, and where one was when one asked. */
  const [rating, setRating] = useState<{ readonly of: string; readonly from: Element | null } | null>(null);
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
  const isRating = rating !== null && rating.of === chosen;
  const isOpen = chosen !== null && task.data?.state === 'open';

  /** To the rows, so that the arrows go on; to the screen itself where there is none. */
  const row = () => left.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
  const focusRows = () => focusFirst(row(), screen.current);
  /** To what the call wants next: its outcome. */
  const focusTask = () =>
    (side.current?.querySelector<HTMLElement>('[data-outcome] input[type="radio"]') ?? side.current)?.focus();
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
      setRating(null);
    }
    pick(id);
  };
  const say = (words: string) =>
    setSaid({ at, words: t('list.said', { name: task.data?.member.name || t('nameless'), words }) });
  /** Whoever is being called stays in front, though the call may take them off this list. */
  const stay = () => pick(chosen);
  const askRating = () => {
    if (chosen === null || isRating) return;
    stay();
    setInFront(true);
    setRating({ of: chosen, from: document.activeElement });
  };
  const closeRating = (kept: boolean) => {
    const from = rating?.from;
    if (kept) say(t('task.rated'));
    setRating(null);
    // The task is drawn again first; then one is back where one was in it.
    requestAnimationFrame(() => {
      if (from instanceof HTMLElement && side.current?.contains(from)) from.focus();
      else focusTask();
    });
  };
  const back = () => {
    setStep(null);
    setInFront(false);
    // The list is drawn again first where it was behind the task.
    requestAnimationFrame(focusRows);
  };
  /** On to the one below, or above where there is none. */
  const goOn = (words: string) => {
    const place = rows.findIndex(({ id }) => id === chosen);
    pick((rows[place + 1] ?? rows[place - 1])?.id ?? null);
    setStep(null);
    say(words);
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
      disabled: !isOpen || isRating,
      active: step === each,
    })),
  ]);

  return (
    <section
      ref={screen}
      tabIndex={-1}
      aria-label={t('part.tasks')}
      className={panes.both}
      data-in-front={inFront || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') back();
      }}
    >
      <div className={panes.list} ref={left}>
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
            // What is not drawn takes no focus.
            flushSync(() => setInFront(true));
            focusTask();
          }}
        />
      </div>
      <div className={panes.detail} ref={side} tabIndex={-1}>
        {isRating && task.data ? survey(task.data, closeRating) : null}
        {chosen === null ? null : (
          // What was written about the call is still there after the survey.
          <div hidden={isRating}>
            <TaskPane
              of={task}
              step={step}
              onBegin={stay}
              onAskRating={askRating}
              onStepDone={(done) => {
                if (done === 'assign') setStep(null);
                else goOn(t(`step.done_${done}`));
              }}
              onCancelStep={() => {
                setStep(null);
                focusFirst(row(), side.current);
              }}
              onOutcome={goOn}
              onMember={onMember}
              onComplaint={onComplaint}
              onBack={back}
            />
          </div>
        )}
      </div>
    </section>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { TierMark } from '../../../ui/tier-mark';
import type { Task } from '../api';
import { isSpokenTo } from '../spoken-to';
import type { Step } from '../task-keys';
import { useDueWords, useEndWords, useHeldWords, useWhyWords } from '../words';
import { AskRating } from './ask-rating';
import { CauseForm } from './cause-form';
import { ContactList } from './contact-list';
import { OpenComplaint } from './open-complaint';
import { ScriptBox } from './script-box';
import { StepForm } from './step-form';
import { TaskFacts } from './task-facts';
import classes from './task-view.module.css';

export interface TaskViewProps {
  readonly task: Task;
  /** What else is being done with it. */
  readonly step: Step | null;
  readonly onStepDone: (step: Step) => void;
  readonly onCancelStep: () => void;
  /** A contact is about to be recorded. */
  readonly onBegin: () => void;
  /** An outcome is recorded: on to the next one. */
  readonly onOutcome: (words: string) => void;
  /** Asks for a rating, while or after one speaks on the phone. */
  readonly onAskRating: () => void;
  readonly onMember: (memberId: string) => void;
  readonly onComplaint: (complaintId: string) => void;
  /** Where only one column is shown: back to the list. */
  readonly onBack: () => void;
}

/** One task with all that a call needs, in the order in which one needs it. */
export function TaskView(props: TaskViewProps) {
  const { task, step } = props;
  const { t } = useTranslation('care');
  const held = useHeldWords();
  const why = useWhyWords();
  const isOpen = task.state === 'open';
  return (
    <article className={classes.task} aria-label={task.member.name || t('nameless')}>
      <header className={classes.head}>
        <h2 className={classes.name} data-selectable="">
          {task.member.name || t('nameless')}
        </h2>
        <TierMark tier={task.member.tier} />
        <span className="quiet numbers">
          {task.member.phoneMasked || t('task.noPhone')} · {task.member.memberNo}
        </span>
        <span className={classes.headActs}>
          <Button
            variant="subtle"
            size="compact-sm"
            tabIndex={-1}
            onClick={() => props.onMember(task.member.id)}
          >
            {t('task.toMember')}
          </Button>
          <KeyButton
            cap="Esc"
            variant="default"
            size="compact-sm"
            className={classes.back}
            onClick={props.onBack}
          >
            {t('task.back')}
          </KeyButton>
        </span>
      </header>
      <OpenComplaint complaint={task.openComplaint} onOpen={props.onComplaint} />
      <p className={classes.about}>{why(task)}</p>
      <TaskLine task={task} />
      {isOpen && task.held !== null ? <Notice tone="mind">{held(task.held)}</Notice> : null}
      {step === null || !isOpen ? null : (
        <StepForm
          key={step}
          task={task}
          step={step}
          onDone={() => props.onStepDone(step)}
          onCancel={props.onCancelStep}
        />
      )}
      <TaskFacts task={task} />
      {(isOpen && task.kind === 'win_back') || task.churnReason === 'died' ? <CauseForm task={task} /> : null}
      {isOpen ? <ScriptBox task={task} onBegin={props.onBegin} onOutcome={props.onOutcome} /> : null}
      {isSpokenTo(task) ? <AskRating onAsk={props.onAskRating} /> : null}
      <section>
        <h3 className={classes.label}>{t('contacts.title')}</h3>
        <ContactList contacts={task.contacts} taskId={task.id} />
      </section>
    </article>
  );
}

/** The kind, its time or how it ended, and who is to do it. */
function TaskLine({ task }: { readonly task: Task }) {
  const { t } = useTranslation('care');
  const due = useDueWords();
  const ended = useEndWords();
  const parts = [
    t(`kind.${task.kind}`),
    t(`content.${task.content}`),
    task.state === 'open' ? due(task) : ended(task),
    ...(task.assignedTo === null ? [] : [t('task.of', { name: task.assignedTo.name })]),
  ];
  return <p className={`${classes.line} numbers`}>{parts.join(' · ')}</p>;
}

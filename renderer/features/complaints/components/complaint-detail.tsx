import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail } from '../api';
import { nextStep, STEP_KEYS, type Step } from '../steps';
import classes from './complaint-detail.module.css';
import { StepForm } from './step-form';
import { TimeLeft } from './time-left';
import { Timeline } from './timeline';

interface ComplaintDetailProps {
  readonly complaint: ComplaintDetail;
  readonly step: Step | null;
  /** The step just done, said quietly. */
  readonly done: Step | null;
  readonly onStep: (step: Step) => void;
  readonly onDone: (step: Step) => void;
  readonly onCancel: () => void;
  /** Where only one column is shown: back to the list. */
  readonly onBack: () => void;
}

export function ComplaintDetailView(props: ComplaintDetailProps) {
  const { complaint, step, done, onStep, onDone, onCancel, onBack } = props;
  const { t } = useTranslation('complaints');
  const next = nextStep(complaint.state);
  return (
    <article className={classes.detail}>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2>{complaint.memberName ?? t('walk_in')}</h2>
          <span className="quiet numbers">{t('detail.heading', { number: complaint.number })}</span>
          <span className={classes.state} data-state={complaint.state}>
            {t(`state.${complaint.state}`)}
          </span>
          {complaint.nextDue === null ? null : <TimeLeft due={complaint.nextDue} named />}
        </div>
        {next === null || step !== null ? null : (
          <KeyButton cap={STEP_KEYS[next]} onClick={() => onStep(next)}>
            {t(`step.${next}`)}
          </KeyButton>
        )}
        <Button variant="default" size="compact-sm" className={classes.back} onClick={onBack}>
          {t('detail.back')}
        </Button>
      </header>
      {done === null ? null : <Notice tone="good">{t(`step.done_${done}`)}</Notice>}
      {step === null ? null : (
        <StepForm
          key={`${complaint.id} ${step}`}
          complaintId={complaint.id}
          step={step}
          onDone={() => onDone(step)}
          onCancel={onCancel}
        />
      )}
      <Facts complaint={complaint} />
      <section>
        <h3 className={classes.label}>{t('detail.timeline')}</h3>
        <Timeline steps={complaint.timeline} />
      </section>
    </article>
  );
}

const WORDS = ['what', 'wish', 'result', 'cause', 'measure'] as const;

function Facts({ complaint }: { readonly complaint: ComplaintDetail }) {
  const { t } = useTranslation('complaints');
  const facts = [
    t(`object.${complaint.object}`),
    t(`reason.${complaint.reason}`),
    t(`severity.${complaint.severity}`),
    t(`channel.${complaint.channel}`),
  ];
  return (
    <section className={classes.facts}>
      <p className={classes.kinds}>{facts.join(' · ')}</p>
      <Kept complaint={complaint} />
      {WORDS.map((field) =>
        complaint[field] === '' ? null : (
          <div key={field}>
            <h3 className={classes.label}>{t(`detail.${field}`)}</h3>
            <p className={classes.words} data-selectable>
              {complaint[field]}
            </p>
          </div>
        ),
      )}
    </section>
  );
}

/** Whether both promises were kept (S68, S69). */
function Kept({ complaint }: { readonly complaint: ComplaintDetail }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const { respondedAt, responseDueAt, resolvedAt, resolutionDueAt } = complaint;
  const promises = [
    { key: 'responded_at', at: respondedAt, due: responseDueAt },
    { key: 'resolved_at', at: resolvedAt, due: resolutionDueAt },
  ] as const;
  return (
    <ul className={`${classes.kept} numbers`}>
      {promises.map(({ key, at, due }) =>
        at === null ? null : (
          <li key={key}>
            {t(`detail.${key}`, { at: format.dateTime(at) })}
            <span data-late={at > due || undefined}>
              {at > due ? t('detail.late', { span: format.span(at - due) }) : t('detail.on_time')}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}

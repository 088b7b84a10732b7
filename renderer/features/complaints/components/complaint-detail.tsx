import { countsAsOpen } from '@domain/complaints/complaint';
import { Button } from '@mantine/core';
import { IconArrowUp, IconEye, IconPlayerPause } from '@tabler/icons-react';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail } from '../api';
import { nextStep, STEP_KEYS, type Step } from '../steps';
import { Clocks } from './clocks';
import classes from './complaint-detail.module.css';
import { Facts } from './facts';
import { Photos, type PhotosHandle } from './photos';
import { StepForm } from './steps/step-form';
import { TimeLeft } from './time-left';
import { Timeline } from './timeline';

export const PHOTO_KEY = 'Alt+A';

export interface ComplaintDetailProps {
  readonly complaint: ComplaintDetail;
  readonly step: Step | null;
  /** The step just done, said quietly. */
  readonly said: string | null;
  readonly onStep: (step: Step) => void;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
  /** Where only one column is shown: back to the list. */
  readonly onBack: () => void;
  readonly onOpenMember: (memberId: string) => void;
  readonly ref?: Ref<PhotosHandle>;
}

/** Everything about one complaint, from what is owed to how it came there. */
export function ComplaintDetailView(props: ComplaintDetailProps) {
  const { complaint, step, said, onStep, onDone, onCancel, onBack } = props;
  const { t } = useTranslation('complaints');
  const photos = useRef<PhotosHandle>(null);
  useImperativeHandle(props.ref, () => ({ choose: () => photos.current?.choose() }));
  const next = nextStep(complaint);
  return (
    <article className={classes.detail} aria-label={t('detail.heading', { number: complaint.number })}>
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
      <Standing complaint={complaint} />
      {said === null ? null : <Notice tone="good">{said}</Notice>}
      {step === null ? null : (
        <StepForm
          key={`${complaint.id} ${step}`}
          complaint={complaint}
          step={step}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
      <Clocks complaint={complaint} />
      <Facts complaint={complaint} onOpenMember={props.onOpenMember} />
      <section>
        <h3 className={classes.label}>{t('photo.heading')}</h3>
        <Photos
          key={complaint.id}
          ref={photos}
          complaintId={complaint.id}
          photos={complaint.photos}
          cap={PHOTO_KEY}
        />
      </section>
      <section>
        <h3 className={classes.label}>{t('detail.timeline')}</h3>
        <Timeline steps={complaint.timeline} />
      </section>
    </article>
  );
}

/** What is special about it: waiting, in other hands, to be looked after (S81, S82). */
function Standing({ complaint }: { readonly complaint: ComplaintDetail }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const { pausedAt, escalatedTo, memberId, state } = complaint;
  const watched = memberId !== null && countsAsOpen(state);
  if (pausedAt === null && escalatedTo === null && !watched) return null;
  return (
    <ul className={`${classes.standing} numbers`}>
      {watched ? (
        <li>
          <IconEye size={16} stroke={1.8} aria-hidden="true" /> {t('mark.watched')}
        </li>
      ) : null}
      {pausedAt === null ? null : (
        <li>
          <IconPlayerPause size={16} stroke={1.8} aria-hidden="true" />{' '}
          {t('mark.paused_since', { at: format.dateTime(pausedAt) })}
        </li>
      )}
      {escalatedTo === null ? null : (
        <li>
          <IconArrowUp size={16} stroke={1.8} aria-hidden="true" />{' '}
          {t('mark.escalated_to', { name: escalatedTo.name })}
        </li>
      )}
    </ul>
  );
}

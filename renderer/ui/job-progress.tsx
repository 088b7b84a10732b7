import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../lib/format';
import { type JobView, useCancelJob } from '../lib/jobs';
import { useFormat } from '../lib/store-context';
import { useSpeed } from '../lib/use-speed';
import classes from './job-progress.module.css';
import { KeyButton } from './key-button';

/** What is being done, how fast, and how long it will take; it goes on when the screen is left. */
export function JobProgress({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const cancel = useCancelJob();
  const speed = useSpeed(job);
  const left = speed?.left ?? null;
  const step = t(`job.step_${job.step}`);
  const facts = [
    job.total === null
      ? t('rows', { n: whole(job.done) })
      : t('job.of', { done: whole(job.done), total: whole(job.total) }),
    ...(speed === null ? [] : [t('job.speed', { n: whole(speed.rowsPerSecond) })]),
    ...(left === null
      ? []
      : [
          t('job.time_left', {
            span: left < 60_000 ? t('job.seconds', { n: Math.ceil(left / 1000) }) : format.span(left),
          }),
        ]),
  ];
  return (
    <div className={classes.job}>
      <div className={classes.head}>
        <h3>{t(`job.${job.kind}`)}</h3>
        <span role="status">{step}</span>
      </div>
      <Progress
        value={job.total === null || job.total === 0 ? 100 : (job.done / job.total) * 100}
        animated={job.total === null}
        transitionDuration={0}
        aria-label={step}
      />
      <p className="numbers">{facts.join(' · ')}</p>
      <div className={classes.foot}>
        <KeyButton
          cap="F10"
          variant="default"
          loading={cancel.now.state === 'busy'}
          onClick={() => void cancel.run({ jobId: job.id })}
        >
          {t('job.cancel')}
        </KeyButton>
        <span className="quiet">{t('job.leave')}</span>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { type JobView, useJob } from '../../../lib/jobs';
import { JobProgress } from '../../../ui/job-progress';
import { Notice } from '../../../ui/notice';

/** The making and copying under way, and what has become of it. */
export function SendEnd({ jobId }: { readonly jobId: string | null }) {
  const { t } = useTranslation(['headOffice', 'exchange']);
  const { data: job } = useJob(jobId);
  if (jobId === null || job === undefined || job === null) return null;
  switch (job.state) {
    case 'running':
      return <JobProgress job={job} />;
    case 'cancelled':
      return <Notice tone="mind">{t('exchange:job.cancelled_packet')}</Notice>;
    case 'failed':
      return <Notice tone="danger">{t(`exchange:job.failed.${job.failure ?? 'unexpected'}`)}</Notice>;
    case 'done':
      return job.result?.kind === 'packet' ? <Sent sent={job.result} /> : null;
  }
}

type Sent = Extract<NonNullable<JobView['result']>, { kind: 'packet' }>;

/** What lies where now. Whatever the drive did, the packets are in the outbox still. */
function Sent({ sent: { made, folder, written, trouble, acks } }: { readonly sent: Sent }) {
  const { t } = useTranslation('headOffice');
  return (
    <>
      {trouble === null ? null : (
        <Notice tone="danger">
          {t(`trouble.${trouble}`)} {t('trouble.kept')}
        </Notice>
      )}
      {written.length === 0 || folder === null ? null : (
        <Notice tone="good">{t('sent.written', { count: written.length, folder })}</Notice>
      )}
      {written.length > 0 || trouble !== null ? null : (
        <Notice tone="quiet">{made === null ? t('sent.nothing') : t('sent.made', { file: made })}</Notice>
      )}
      {acks === 0 ? null : <Notice tone="good">{t('sent.acks', { count: acks })}</Notice>}
    </>
  );
}

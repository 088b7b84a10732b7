import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Notice } from '../../../ui/notice';
import type { JobView } from '../api';

/** How a job ended that did not come to its end; null for one that did, or still runs. */
export function JobEnd({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('exchange');
  if (job.state === 'cancelled') return <Notice tone="mind">{t(`job.cancelled_${job.kind}`)}</Notice>;
  if (job.state !== 'failed') return null;
  const failure = job.failure ?? 'unexpected';
  return (
    <Notice tone="danger">
      {failure === 'file_unreadable' && job.failureLine !== null
        ? t('job.failed.file_unreadable_line', { line: whole(job.failureLine) })
        : t(`job.failed.${failure}`)}
    </Notice>
  );
}

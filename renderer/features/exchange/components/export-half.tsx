import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { useJob } from '../../../lib/jobs';
import { useOpenStore } from '../../../lib/store-context';
import { JobProgress } from '../../../ui/job-progress';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import type { JobView, useExportAll } from '../api';
import { useExportChoice } from '../export-choice';
import { useFlow } from '../flow';
import { ExportChoiceFields } from './export-choice';
import classes from './halves.module.css';
import { JobEnd } from './job-end';
import { PastExports } from './past-exports';
import table from './past-table.module.css';
import { ShowFileButton } from './show-file-button';

interface ExportHalfProps {
  readonly exporting: ReturnType<typeof useExportAll>['now'];
  readonly onExport: () => void;
}

export function ExportHalf({ exporting, onExport }: ExportHalfProps) {
  const { t } = useTranslation('exchange');
  const choice = useExportChoice(useOpenStore().id);
  return (
    <section className={classes.half} aria-labelledby="exchange-export">
      <h2 id="exchange-export">{t('export.title')}</h2>
      <p className={classes.about}>{t('export.about')}</p>
      <ExportChoiceFields choice={choice} />
      <div>
        <KeyButton
          cap="F4"
          disabled={exporting.state === 'busy' || choice.tables.length === 0}
          onClick={onExport}
        >
          {t('export.do')}
        </KeyButton>
      </div>
      <NotDone of={exporting} words={(refusal) => t(refusal.code)} />
      <ExportProgress />
      <h3>{t('export.past')}</h3>
      <PastExports />
    </section>
  );
}

/** The export under way, and what it has written. */
function ExportProgress() {
  const { exportId } = useFlow(useOpenStore().id);
  const { data: job } = useJob(exportId);
  if (exportId === null || job === undefined || job === null) return null;
  if (job.state === 'running') return <JobProgress job={job} />;
  return job.result?.kind === 'export' ? <Exported result={job.result} /> : <JobEnd job={job} />;
}

type ExportResult = Extract<NonNullable<JobView['result']>, { kind: 'export' }>;

function Exported({ result }: { readonly result: ExportResult }) {
  const { t } = useTranslation('exchange');
  return (
    <>
      <Notice tone="good">
        <span className={classes.done}>
          <span className={classes.path}>{t('export.done', { folder: result.folder })}</span>
          <ShowFileButton path={result.folder}>{t('export.show')}</ShowFileButton>
        </span>
      </Notice>
      <div className={table.scroller}>
        <table className={`${table.table} numbers`}>
          <thead>
            <tr>
              <th scope="col">{t('export.file')}</th>
              <th scope="col" className={table.number}>
                {t('export.rows')}
              </th>
              <th scope="col" className={table.number}>
                {t('export.size')}
              </th>
              <th scope="col">{t('export.sha256')}</th>
            </tr>
          </thead>
          <tbody>
            {result.files.map((file) => (
              <tr key={file.name}>
                <td>{file.name}</td>
                <td className={table.number}>{whole(file.rows)}</td>
                <td className={table.number}>{bytes(file.bytes)}</td>
                <td className={table.hash} title={file.sha256} data-selectable>
                  {file.sha256.slice(0, 12)}…
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

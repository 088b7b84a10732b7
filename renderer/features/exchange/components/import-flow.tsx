import { useTranslation } from 'react-i18next';
import { useJob } from '../../../lib/jobs';
import { useOpenStore } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { JobProgress } from '../../../ui/job-progress';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { JobView } from '../api';
import { type ImportFlow, keepFlow } from '../flow';
import { CheckView } from './check-view';
import { DoneView } from './done-view';
import classes from './import-flow.module.css';
import { JobEnd } from './job-end';
import { MappingView } from './mapping-view';

const STAGES = ['map', 'check', 'import'] as const;

/** An import on one screen: columns, trial run, import. */
export function ImportFlowView({ flow }: { readonly flow: ImportFlow }) {
  const { t } = useTranslation('exchange');
  const stage = flow.importId !== null ? 'import' : flow.dryRunId !== null ? 'check' : 'map';
  return (
    <div className={classes.flow}>
      <header className={classes.head}>
        <h2>{t(`map.title_${flow.kind}`, { file: flow.preview.name })}</h2>
        <ol className={classes.stages} aria-label={t('map.stages')}>
          {STAGES.map((each) => (
            <li key={each} aria-current={each === stage ? 'step' : undefined}>
              {t(`map.stage_${each}`)}
            </li>
          ))}
        </ol>
      </header>
      {stage === 'map' ? <MappingView flow={flow} /> : <JobStage key={stage} flow={flow} />}
    </div>
  );
}

/** The stage whose content is a job: running, ended early, or its result. */
function JobStage({ flow }: { readonly flow: ImportFlow }) {
  const { t } = useTranslation('exchange');
  const store = useOpenStore();
  const job = useJob(flow.importId ?? flow.dryRunId);
  const back = () => keepFlow(store.id, flow.importId !== null ? { importId: null } : { dryRunId: null });
  return (
    <Awaited
      of={job}
      isEmpty={(view) => view === null}
      empty={
        <Ended onBack={back}>
          <Notice tone="mind">{t('job.gone')}</Notice>
        </Ended>
      }
    >
      {(view) => (view === null ? null : <JobContent job={view} flow={flow} onBack={back} />)}
    </Awaited>
  );
}

interface JobContentProps {
  readonly job: JobView;
  readonly flow: ImportFlow;
  readonly onBack: () => void;
}

function JobContent({ job, flow, onBack }: JobContentProps) {
  if (job.state === 'running') return <JobProgress job={job} />;
  if (job.result?.kind === 'dry_run') return <CheckView flow={flow} groups={job.result.groups} />;
  if (job.result?.kind === 'import' && job.state === 'done') {
    return <DoneView kind={flow.kind} groups={job.result.groups} refusedFile={job.result.refusedFile} />;
  }
  return (
    <Ended onBack={onBack}>
      <JobEnd job={job} />
    </Ended>
  );
}

function Ended({ onBack, children }: { readonly onBack: () => void; readonly children: React.ReactNode }) {
  const { t } = useTranslation('exchange');
  return (
    <section
      className={classes.ended}
      aria-label={t('map.stages')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      {children}
      <div>
        <KeyButton cap="Esc" variant="default" onClick={onBack} autoFocus>
          {t('check.back')}
        </KeyButton>
      </div>
    </section>
  );
}

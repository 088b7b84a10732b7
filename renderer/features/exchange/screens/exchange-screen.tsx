import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/desk';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { useCancelJob, useFollowJobs, useRunningJob } from '../../../lib/jobs';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { JobProgress } from '../../../ui/job-progress';
import { OnlyFor } from '../../../ui/only-for';
import { type ImportKind, useChooseFile, useExportAll } from '../api';
import { ExportHalf } from '../components/export-half';
import halves from '../components/halves.module.css';
import { ImportFlowView } from '../components/import-flow';
import { ImportHalf } from '../components/import-half';
import { askedOf, useExportChoice } from '../export-choice';
import { keep, useFlow } from '../flow';
import classes from './exchange-screen.module.css';

/** In and out: an import takes the screen while it is prepared; otherwise both halves are there. */
export function ExchangeScreen() {
  const { t } = useTranslation('exchange');
  const store = useOpenStore();
  const { flow, undoId, exportId } = useFlow(store.id);
  const choice = useExportChoice(store.id);
  const format = useFormat();
  useFollowJobs();
  const { data: running } = useRunningJob();
  const chooseFile = useChooseFile();
  const exportAll = useExportAll();
  const cancel = useCancelJob();

  const choose = async (kind: ImportKind) => {
    const end = await chooseFile.run({ kind });
    if (end.state === 'done' && end.value !== null) {
      keep(store.id, { flow: { kind, preview: end.value, dryRunId: null, importId: null }, undoId: null });
    }
  };
  const write = async () => {
    const end = await exportAll.run(askedOf(choice, format));
    if (end.state === 'done' && end.value !== null) keep(store.id, { exportId: end.value.id });
  };

  const mayImport = useMay('exchange.imports').how !== 'never';
  const busy = running !== null && running !== undefined;
  const stop: FunctionKey = {
    key: 'F10',
    word: t('job.cancel'),
    disabled: !busy,
    run: () => {
      if (busy) void cancel.run({ jobId: running.id });
    },
  };
  useFunctionKeys(
    flow === null
      ? [
          {
            key: 'F2',
            word: t('import.members'),
            run: () => void choose('members'),
            disabled: busy || !mayImport,
          },
          {
            key: 'F3',
            word: t('import.purchases'),
            run: () => void choose('purchases'),
            disabled: busy || !mayImport,
          },
          {
            key: 'F4',
            word: t('export.do'),
            run: () => void write(),
            disabled: busy || choice.tables.length === 0,
          },
          stop,
        ]
      : [stop],
  );

  const shown = [flow?.dryRunId, flow?.importId, undoId, exportId];
  /** Begun before this window knew of it: the window was opened again meanwhile. */
  const stray = busy && !shown.includes(running.id) ? running : null;

  return (
    <div className={classes.screen}>
      {/* The rail says where one is; the heading is for those who hear the screen. */}
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      {stray === null ? null : (
        <div className={halves.loose}>
          <JobProgress job={stray} />
        </div>
      )}
      {flow === null ? (
        <div className={halves.halves}>
          <OnlyFor channel="exchange.imports" what={t('import.title')}>
            <ImportHalf choosing={chooseFile.now} onChoose={(kind) => void choose(kind)} />
          </OnlyFor>
          <ExportHalf exporting={exportAll.now} onExport={() => void write()} />
        </div>
      ) : (
        <ImportFlowView flow={flow} />
      )}
    </div>
  );
}

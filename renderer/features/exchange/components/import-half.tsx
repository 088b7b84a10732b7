import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useJob } from '../../../lib/jobs';
import { useOpenStore } from '../../../lib/store-context';
import { JobProgress } from '../../../ui/job-progress';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import type { ImportKind, PastImport, useChooseFile } from '../api';
import { useFlow } from '../flow';
import classes from './halves.module.css';
import { JobEnd } from './job-end';
import { PastImports } from './past-imports';
import { UndoDialog } from './undo-dialog';

const KINDS = [
  { kind: 'members', cap: 'F2' },
  { kind: 'purchases', cap: 'F3' },
] as const;

interface ImportHalfProps {
  readonly choosing: ReturnType<typeof useChooseFile>['now'];
  readonly onChoose: (kind: ImportKind) => void;
}

export function ImportHalf({ choosing, onChoose }: ImportHalfProps) {
  const { t } = useTranslation('exchange');
  const [undoing, setUndoing] = useState<PastImport | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // After an import its last button is gone; the keyboard goes on from here.
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
  return (
    <section className={classes.half} aria-labelledby="exchange-import">
      <h2 id="exchange-import">{t('import.title')}</h2>
      <p className={classes.about}>{t('import.about')}</p>
      <div className={classes.ways}>
        {KINDS.map(({ kind, cap }) => (
          <div key={kind} className={classes.way}>
            <KeyButton
              cap={cap}
              {...(kind === 'members' ? { ref: first } : {})}
              variant={kind === 'members' ? 'filled' : 'default'}
              disabled={choosing.state === 'busy'}
              onClick={() => onChoose(kind)}
            >
              {t(`import.${kind}`)}
            </KeyButton>
            <span className="quiet">{t(`import.${kind}_about`)}</span>
          </div>
        ))}
      </div>
      <NotDone of={choosing} words={(refusal) => t(`file_refused.${refusal.params.why}`)} />
      <UndoProgress />
      <h3>{t('import.past')}</h3>
      <PastImports onUndo={setUndoing} />
      {undoing === null ? null : <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

/** The undo under way, and how it ended. */
function UndoProgress() {
  const { t } = useTranslation('exchange');
  const { undoId } = useFlow(useOpenStore().id);
  const { data: job } = useJob(undoId);
  if (undoId === null || job === undefined || job === null) return null;
  if (job.state === 'running') return <JobProgress job={job} />;
  if (job.result?.kind !== 'undo_import') return <JobEnd job={job} />;
  const { members, purchases, kept } = job.result;
  return (
    <Notice tone="good">
      {t('done.undone', { members: whole(members), purchases: whole(purchases) })}
      {kept === 0 ? null : ` ${t('done.undone_kept', { kept: whole(kept) })}`}
    </Notice>
  );
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type ImportGroups, useRunImport } from '../api';
import { type ImportFlow, keepFlow } from '../flow';
import classes from './check-view.module.css';
import { GroupsTable, RefusedTable } from './groups-table';

interface CheckViewProps {
  readonly flow: ImportFlow;
  readonly groups: ImportGroups;
}

/** Nothing new is nothing to do; everything refused is a file read wrongly. */
const blockOf = ({ rows, refused, newMembers, newPurchases, openingPoints }: ImportGroups) => {
  if (rows > 0 && refused === rows) return 'check.all_refused';
  return newMembers + newPurchases + openingPoints === 0 ? 'check.nothing_to_do' : null;
};

/** Second stage: what the import would do, before anything is written. */
export function CheckView({ flow, groups }: CheckViewProps) {
  const { t } = useTranslation('exchange');
  const store = useOpenStore();
  const runImport = useRunImport();
  const view = useRef<HTMLElement>(null);
  useEffect(() => view.current?.focus({ preventScroll: true }), []);

  const block = blockOf(groups);
  const go = async () => {
    if (block !== null) return;
    const { kind, preview } = flow;
    const end = await runImport.run({ fileId: preview.fileId, kind, reading: preview.reading });
    if (end.state === 'done') keepFlow(store.id, { importId: end.value.id });
  };
  const back = () => keepFlow(store.id, { dryRunId: null });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void go();
    } else if (event.key === 'Escape') back();
  };

  return (
    <section
      className={classes.check}
      ref={view}
      tabIndex={-1}
      onKeyDown={press}
      aria-label={t('check.title')}
    >
      <p className={classes.note}>{t('check.nothing_written')}</p>
      <div className={classes.columns}>
        <div>
          <h3 className={classes.title}>{t('check.would')}</h3>
          <GroupsTable groups={groups} kind={flow.kind} />
        </div>
        <div>
          <h3 className={classes.title}>{t('check.refused')}</h3>
          <RefusedTable groups={groups} />
        </div>
      </div>
      {block === null ? null : <Notice tone="mind">{t(block)}</Notice>}
      <NotDone
        of={runImport.now}
        words={(refusal) =>
          refusal.code === 'job_running' ? t('job_running') : t(`file_refused.${refusal.params.why}`)
        }
      />
      <div className={classes.acts}>
        {block === null ? (
          <KeyButton cap="Ctrl+Enter" loading={runImport.now.state === 'busy'} onClick={() => void go()}>
            {t('check.go')}
          </KeyButton>
        ) : null}
        <KeyButton cap="Esc" variant="default" onClick={back}>
          {t('check.back')}
        </KeyButton>
      </div>
    </section>
  );
}

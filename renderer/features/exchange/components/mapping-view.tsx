import { fieldsOf } from '@domain/exchange/fields';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { withField } from '../../../lib/columns';
import { useOpenStore } from '../../../lib/store-context';
import { ColumnTable } from '../../../ui/column-table';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type ImportField, useDryRun } from '../api';
import { type ImportFlow, keep, keepFlow } from '../flow';
import { useCorrectedPreview } from '../use-corrected-preview';
import classes from './mapping-view.module.css';
import { ReadingControls } from './reading-controls';

/** First stage of an import: how the file is read and what its columns hold. */
export function MappingView({ flow }: { readonly flow: ImportFlow }) {
  const { t } = useTranslation('exchange');
  const store = useOpenStore();
  const { kind, preview } = flow;
  const { correct, busy, now } = useCorrectedPreview(flow);
  const dryRun = useDryRun();
  const view = useRef<HTMLElement>(null);
  useEffect(() => view.current?.focus({ preventScroll: true }), []);

  const ready = preview.missing.length === 0 && !busy;
  const check = async () => {
    if (!ready) return;
    const end = await dryRun.run({ fileId: preview.fileId, kind, reading: preview.reading });
    if (end.state === 'done') keepFlow(store.id, { dryRunId: end.value.id });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void check();
    } else if (event.key === 'Escape') {
      keep(store.id, { flow: null });
    }
  };
  const refused = [now, dryRun.now].find((each) => each.state === 'refused');
  const fault = [now, dryRun.now].find((each) => each.state === 'fault');

  return (
    <section
      className={classes.mapping}
      ref={view}
      tabIndex={-1}
      onKeyDown={press}
      aria-label={t('map.stage_map')}
    >
      <ReadingControls kind={kind} reading={preview.reading} onChange={(part) => void correct(part)} />
      <div className={classes.rows}>
        <p className={classes.note}>{t('map.preview_note')}</p>
        <ColumnTable
          fields={fieldsOf(kind)}
          fieldWord={(field) => t(`field.${field}`)}
          columns={preview.reading.columns}
          headers={preview.reading.header ? preview.headers : null}
          rows={preview.rows}
          onColumn={(at, field) => void correct({ columns: withField(preview.reading.columns, at, field) })}
        />
        {preview.damagedPhones === 0 ? null : (
          <Notice tone="mind">{t('map.damaged_phones', { count: preview.damagedPhones })}</Notice>
        )}
        {refused?.state === 'refused' ? (
          <Notice tone="danger">
            {refused.refusal.code === 'job_running'
              ? t('job_running')
              : t(`file_refused.${refused.refusal.params.why}`)}
          </Notice>
        ) : null}
        {fault?.state === 'fault' ? <FaultLine mishap={fault.mishap} /> : null}
        <div className={classes.acts}>
          <KeyButton
            cap="Ctrl+Enter"
            disabled={!ready}
            loading={dryRun.now.state === 'busy'}
            onClick={() => void check()}
          >
            {t('map.check')}
          </KeyButton>
          <KeyButton cap="Esc" variant="default" onClick={() => keep(store.id, { flow: null })}>
            {t('map.other_file')}
          </KeyButton>
          <Readiness missing={preview.missing} busy={busy} />
        </div>
      </div>
    </section>
  );
}

function Readiness({ missing, busy }: { readonly missing: readonly ImportField[]; readonly busy: boolean }) {
  const { t, i18n } = useTranslation(['exchange', 'common']);
  if (busy) return <span className="quiet">{t('common:fileReading.reading_again')}</span>;
  if (missing.length === 0) return <span className="quiet">{t('map.ready')}</span>;
  // The rule names one of three fields; any of them would do.
  const words = missing.map((field) =>
    field === 'external_id' ? t('map.missing_who') : t(`field.${field}`),
  );
  const fields = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
  return (
    <span className={classes.missing} role="status">
      {t('map.missing', { fields })}
    </span>
  );
}

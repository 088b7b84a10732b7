import { POS_FIELDS } from '@domain/pos/fields';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { withField } from '../../../lib/columns';
import { useOpenStore } from '../../../lib/store-context';
import { ColumnTable } from '../../../ui/column-table';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { useSetSource } from '../api';
import { keep } from '../pos-state';
import { askedOf, readingOf, type SetUp } from '../set-up';
import { useCorrectedSetUp } from '../use-preview';
import classes from './pos.module.css';
import { ReceiptsPreview } from './receipts-preview';
import { SourceFields } from './source-fields';
import { Trouble } from './trouble';

/** The till's folder before it is watched: how its newest file is read, and its receipts as they would be booked. */
export function SetUpView({ setUp }: { readonly setUp: SetUp }) {
  const { t, i18n } = useTranslation(['pos', 'common']);
  const store = useOpenStore();
  const { preview, draft } = setUp;
  const { put, correct, busy, now } = useCorrectedSetUp(setUp);
  const save = useSetSource();
  const view = useRef<HTMLElement>(null);
  useEffect(() => view.current?.focus({ preventScroll: true }), []);
  const leave = () => keep(store.id, { setUp: null });
  const reading = readingOf(setUp);
  const asked = askedOf(setUp);
  const missing = preview.shown?.missing ?? [];
  const ready = asked !== null && missing.length === 0 && !busy && draft.name.trim() !== '';
  const watch = async () => {
    if (!ready) return;
    const end = await save.run(asked);
    if (end.state === 'done') leave();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void watch();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const fields = missing.map((field) => t(`column.${field}`));
  return (
    <section
      className={classes.setUp}
      ref={view}
      tabIndex={-1}
      aria-label={t('setUp.title')}
      onKeyDown={press}
    >
      <header className={classes.setUpHead}>
        <h2 className={classes.big}>{t('setUp.title')}</h2>
        <p className={classes.path} data-selectable>
          {preview.folder}
        </p>
      </header>
      <SourceFields setUp={setUp} reading={reading} onPut={put} onCorrect={correct} />
      <div className={classes.setUpRows}>
        {preview.shown === null || reading === null ? (
          <Notice tone="mind">{t('setUp.noFile')}</Notice>
        ) : (
          <>
            <p className={classes.line}>{t('setUp.columns', { file: preview.shown.name })}</p>
            <ColumnTable
              fields={POS_FIELDS}
              fieldWord={(field) => t(`column.${field}`)}
              columns={reading.columns}
              headers={reading.header ? reading.headers : null}
              rows={preview.shown.rows}
              onColumn={(at, field) =>
                correct({ reading: { ...reading, columns: withField(reading.columns, at, field) } })
              }
            />
            <ReceiptsPreview receipts={preview.shown.receipts} />
          </>
        )}
        <Trouble of={now} />
        <div className={classes.acts}>
          <KeyButton
            cap="Ctrl+Enter"
            disabled={!ready}
            loading={save.now.state === 'busy'}
            onClick={() => void watch()}
          >
            {t('setUp.watch')}
          </KeyButton>
          <KeyButton cap="Esc" variant="default" onClick={leave}>
            {t('do.back')}
          </KeyButton>
          <NeedsPin channel="pos.setSource" />
          <span className={missing.length > 0 ? classes.missing : 'quiet'} role="status">
            {busy ? t('common:fileReading.reading_again') : null}
            {!busy && fields.length > 0
              ? t('setUp.missing', { fields: new Intl.ListFormat(i18n.language).format(fields) })
              : null}
          </span>
        </div>
        <Trouble of={save.now} />
      </div>
    </section>
  );
}

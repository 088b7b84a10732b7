import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useFunctionPress } from '../../../lib/use-function-press';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FigureTable } from '../../../ui/figure-table';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { MOST_ROWS, type PosFile, useRefusedReceipts, useRetryFile, useShowFile } from '../api';
import { useCountWords, useWhyWords } from '../use-words';
import classes from './pos.module.css';
import { Trouble } from './trouble';

interface FileDetailProps {
  readonly file: PosFile;
  readonly onBack: () => void;
}

/** One file of the till: what became of its receipts, where it lies now, each refused one with what to do. */
export function FileDetail({ file, onBack }: FileDetailProps) {
  const { t } = useTranslation('pos');
  const format = useFormat();
  const counts = useCountWords();
  const retry = useRetryFile();
  const show = useShowFile();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const again = () => void retry.run({ fileId: file.id });
  const reveal = () => void show.run({ fileId: file.id });
  useFunctionPress('F6', again);
  useFunctionPress('F9', reveal);
  return (
    <section
      className={classes.detail}
      ref={section}
      tabIndex={-1}
      aria-label={file.name}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onBack();
      }}
    >
      <h3 className={classes.title}>{file.name}</h3>
      <p className={classes.line}>
        {format.dateTime(file.readAt)} · {bytes(file.bytes)} · {t(`place.${file.place}`)}
      </p>
      {file.failure === null ? (
        <p className={classes.line}>{counts(file.counts) ?? t('countNone')}</p>
      ) : (
        <Notice tone="danger">{t(`failure.${file.failure}`)}</Notice>
      )}
      {file.counts.refused > 0 ? <RefusedRows file={file} /> : null}
      <div className={classes.acts}>
        <KeyButton cap="F6" loading={retry.now.state === 'busy'} onClick={again}>
          {t('do.retry')}
        </KeyButton>
        <KeyButton cap="F9" variant="default" onClick={reveal}>
          {t('do.show')}
        </KeyButton>
        <KeyButton cap="Esc" variant="subtle" onClick={onBack}>
          {t('do.back')}
        </KeyButton>
        <NeedsPin channel="pos.retryFile" />
      </div>
      {retry.now.state === 'done' ? <Notice tone="good">{t('retried')}</Notice> : null}
      <Trouble of={retry.now} />
      <Trouble of={show.now} />
    </section>
  );
}

function RefusedRows({ file }: { readonly file: PosFile }) {
  const { t } = useTranslation('pos');
  const refused = useRefusedReceipts(file.id);
  const why = useWhyWords();
  return (
    <Awaited of={refused} skeleton={<Bones rows={4} height={36} />}>
      {({ total, rows }) => (
        <>
          <FigureTable
            label={t('refusedTitle')}
            columns={[t('head.receipt'), t('head.line'), t('head.why')]}
            words={[2]}
            rows={rows.map((row) => ({
              id: String(row.line),
              cells: [row.receiptNo === '' ? t('noNumber') : row.receiptNo, whole(row.line), why(row)],
            }))}
          />
          {total > MOST_ROWS ? (
            <p className={classes.line}>{t('refusedMost', { n: MOST_ROWS, total: whole(total) })}</p>
          ) : null}
        </>
      )}
    </Awaited>
  );
}

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RowList } from '../../../ui/row-list';
import { MOST_ROWS, type PosFile, usePosFiles } from '../api';
import { useCountWords } from '../use-words';
import { FileDetail } from './file-detail';
import classes from './pos.module.css';

/** Every file that was read, newest first, and what became of its receipts; Enter shows what was refused. */
export function Files() {
  const { t } = useTranslation('pos');
  const files = usePosFiles();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    flushSync(() => setOpenId(null));
    list.current?.focus();
  };
  return (
    <Awaited
      of={files}
      skeleton={<Bones rows={6} height={52} />}
      isEmpty={({ total }) => total === 0}
      empty={<p className={classes.line}>{t('filesEmpty')}</p>}
    >
      {({ total, rows }) => {
        const open = rows.find(({ id }) => id === openId);
        if (open !== undefined) return <FileDetail key={open.id} file={open} onBack={close} />;
        return (
          <>
            <RowList
              ref={list}
              label={t('view.files')}
              rows={rows}
              idOf={({ id }) => id}
              onOpen={({ id }) => setOpenId(id)}
            >
              {(file) => <FileRow file={file} />}
            </RowList>
            {total > MOST_ROWS ? <p className={classes.line}>{t('filesMost', { n: MOST_ROWS })}</p> : null}
          </>
        );
      }}
    </Awaited>
  );
}

function FileRow({ file }: { readonly file: PosFile }) {
  const { t } = useTranslation('pos');
  const format = useFormat();
  const counts = useCountWords();
  return (
    <span className={classes.row}>
      <span className={classes.name}>{file.name}</span>
      <span className="quiet">{format.dateTime(file.readAt)}</span>
      {file.failure === null ? (
        <span className={classes.outcome} data-refused={file.counts.refused > 0 || undefined}>
          {counts(file.counts) ?? t('countNone')}
        </span>
      ) : (
        <span className={classes.outcome} data-refused>
          {t(`failureShort.${file.failure}`)}
        </span>
      )}
    </span>
  );
}

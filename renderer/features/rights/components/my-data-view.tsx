import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDateTimeWords } from '../../../lib/format';
import { useLocale, useOpenStore } from '../../../lib/store-context';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { PrintCopy } from '../../../ui/print-copy';
import { type MyData, useMyData, usePrint, usePrinters, useSaveMyData, useSheetChoice } from '../api';
import { DataSections } from './data-sections';
import classes from './rights.module.css';

/** A page is as long as it takes; the length is the paper's own on A4. */
const A4_MM = 297;
/** More rows of one kind than this are on paper and in the file. */
const SHOWN = 10;

interface MyDataViewProps {
  readonly memberId: string;
  readonly onBack: () => void;
}

/** Everything that is known of a member, to be read with them, printed, or handed over as a file. */
export function MyDataView({ memberId, onBack }: MyDataViewProps) {
  const { t } = useTranslation(['rights', 'common']);
  const read = useMyData();
  const { run } = read;
  useEffect(() => void run({ memberId }), [run, memberId]);
  const save = useSaveMyData();
  const print = usePrint();
  const sheet = useSheetChoice();
  const printers = usePrinters();
  const form = useRef<HTMLFormElement>(null);
  const data = read.now.state === 'done' ? read.now.value : null;
  useEffect(() => {
    if (data !== null) form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
  }, [data]);
  const printer = sheet.data?.printer ?? printers.data?.[0]?.name ?? '';
  return (
    <form
      ref={form}
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save.run({ memberId });
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void print.run({ paper: 'a4', lengthMm: A4_MM, printer });
      }}
    >
      <Panel
        title={t('way.data')}
        onCancel={onBack}
        foot={
          data === null ? null : (
            <div className={classes.foot}>
              {save.now.state === 'done' && save.now.value !== null ? (
                <Notice tone="good">{t('data.saved', { path: save.now.value.path })}</Notice>
              ) : null}
              {save.now.state === 'refused' ? (
                <Notice tone="danger">{t(`refusal.${save.now.refusal.code}`)}</Notice>
              ) : null}
              {print.now.state === 'refused' ? (
                <Notice tone="danger">{t(`refusal.${print.now.refusal.code}`)}</Notice>
              ) : null}
              {print.now.state === 'done' ? <Notice tone="good">{t('data.printed')}</Notice> : null}
              {save.now.state === 'fault' ? <FaultLine mishap={save.now.mishap} /> : null}
              {print.now.state === 'fault' ? <FaultLine mishap={print.now.mishap} /> : null}
              <KeyButton type="submit" cap="Enter" loading={print.now.state === 'busy'}>
                {t('data.print')}
              </KeyButton>
              <KeyButton
                cap="Ctrl+S"
                variant="default"
                loading={save.now.state === 'busy'}
                onClick={() => void save.run({ memberId })}
              >
                {t('data.save')}
              </KeyButton>
            </div>
          )
        }
      >
        {read.now.state === 'busy' ? <Bones rows={6} height={48} /> : null}
        {read.now.state === 'fault' ? (
          <FaultLine mishap={read.now.mishap} onRetry={() => void run({ memberId })} />
        ) : null}
        {read.now.state === 'refused' ? (
          <Notice tone="danger">{t(`refusal.${read.now.refusal.code}`)}</Notice>
        ) : null}
        {data === null ? null : <Told data={data} />}
      </Panel>
    </form>
  );
}

function Told({ data }: { readonly data: MyData }) {
  const { t } = useTranslation('rights');
  const store = useOpenStore();
  const locale = useLocale();
  const words = {
    store: store.name,
    memberNo: data.memberNo,
    at: fullDateTimeWords(data.madeAt, { ...store, locale }),
  };
  return (
    <>
      <p className="quiet">{t('data.about')}</p>
      <DataSections sections={data.sections} most={SHOWN} />
      <PrintCopy>
        <div className={classes.paper}>
          <h1>{t('data.head', words)}</h1>
          <p>{t('data.rights')}</p>
          <DataSections sections={data.sections} most={null} />
        </div>
      </PrintCopy>
    </>
  );
}

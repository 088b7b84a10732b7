import type { Slip, SlipChoice } from '@contract/slips';
import { PAPERS, type Paper } from '@domain/slips/paper';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaperPrinting } from '../../../lib/use-paper-printing';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { PrintCopy } from '../../../ui/print-copy';
import { useChooseSlip, usePrinters, useSlip, useSlipChoice } from '../api';
import { SlipEnd } from './slip-end';
import classes from './slip-panel.module.css';
import { SlipPaper } from './slip-paper';

interface SlipPanelProps {
  readonly purchaseId: string;
  /** Printed: there is nothing more to do here. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The slip of a sale as it will leave the printer, and where it goes. */
export function SlipPanel({ purchaseId, onDone, onCancel }: SlipPanelProps) {
  const { t } = useTranslation('slips');
  const slip = useSlip(purchaseId);
  const choice = useSlipChoice();
  return (
    <Awaited of={choice} skeleton={<Bones rows={6} height={48} />}>
      {(chosen) => (
        <Awaited
          of={slip}
          skeleton={<Bones rows={6} height={48} />}
          isEmpty={(data) => data === null}
          empty={
            <Panel title={t('title')} onCancel={onCancel}>
              <Notice tone="quiet">{t('gone')}</Notice>
            </Panel>
          }
        >
          {(data) =>
            data === null ? null : <Ready slip={data} choice={chosen} onDone={onDone} onCancel={onCancel} />
          }
        </Awaited>
      )}
    </Awaited>
  );
}

interface ReadyProps {
  readonly slip: Slip;
  readonly choice: SlipChoice;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Ready({ slip, choice, onDone, onCancel }: ReadyProps) {
  const { t } = useTranslation('slips');
  const paper = useRef<HTMLElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const printers = usePrinters();
  const printing = usePaperPrinting(choice, useChooseSlip().run, paper);
  const names = printers.data ?? [];
  const printer = names.find(({ name }) => name === choice.printer) ?? names[0];
  const waiting = printers.data === undefined;

  const savePdf = () =>
    void printing.savePdf(t('fileName', { receipt: slip.receiptNo ?? slip.businessDate }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (printer === undefined) savePdf();
    else void printing.print(printer.name).then((printed) => printed && onDone());
  };
  useHotkeys([['alt+P', savePdf, { usePhysicalKeys: true }]], []);
  useEffect(() => {
    if (!waiting) main.current?.focus();
  }, [waiting]);

  return (
    <form onSubmit={submit} className={classes.form}>
      <Panel
        title={t('title')}
        onCancel={onCancel}
        foot={
          <div className={classes.foot}>
            <SlipEnd printing={printing} printer={printer?.label ?? ''} />
            {printer === undefined ? (
              <NoPrinter waiting={waiting} onRefresh={() => void printers.refetch()} />
            ) : (
              <KeyButton
                ref={main}
                type="submit"
                cap="Enter"
                fullWidth
                loading={printing.printing.state === 'busy'}
              >
                {t('print')}
              </KeyButton>
            )}
            <KeyButton
              {...(printer === undefined
                ? { ref: main, type: 'submit' }
                : { type: 'button', onClick: savePdf })}
              cap="Alt+P"
              variant="default"
              fullWidth
              loading={printing.saving.state === 'busy'}
            >
              {t('pdf')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.choices}>
          <SegmentedControl
            aria-label={t('paper')}
            data={PAPERS.map((width) => ({ value: String(width), label: t('millimetres', { width }) }))}
            value={String(choice.paper)}
            onChange={(value) => printing.choose({ paper: paperOf(value) })}
            transitionDuration={0}
          />
          {names.length > 1 ? (
            <NativeSelect
              aria-label={t('printer')}
              data={names.map(({ name, label }) => ({ value: name, label }))}
              value={printer?.name ?? ''}
              onChange={(event) => printing.choose({ printer: event.currentTarget.value })}
            />
          ) : null}
        </div>
        <div className={classes.desk}>
          <SlipPaper ref={paper} slip={slip} paper={choice.paper} />
        </div>
        <PrintCopy>
          <SlipPaper slip={slip} paper={choice.paper} />
        </PrintCopy>
      </Panel>
    </form>
  );
}

const paperOf = (value: string): Paper => PAPERS.find((paper) => String(paper) === value) ?? 58;

function NoPrinter({ waiting, onRefresh }: { readonly waiting: boolean; readonly onRefresh: () => void }) {
  const { t } = useTranslation('slips');
  if (waiting) return null;
  return (
    <Notice tone="quiet">
      {t('noPrinter')}{' '}
      <Button variant="default" size="compact-sm" onClick={onRefresh}>
        {t('refresh')}
      </Button>
    </Notice>
  );
}

import type { SlipChoice } from '@contract/slips';
import { PAPERS } from '@domain/slips/paper';
import { Modal, NativeSelect, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaperPrinting } from '../../../lib/use-paper-printing';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { PrintCopy } from '../../../ui/print-copy';
import { PrintEnd } from '../../../ui/print-end';
import { useChooseSlip, usePrinters, useSlipChoice } from '../api';
import { ConsentPaper, type ConsentPaperProps } from './consent-paper';
import classes from './consent-slip.module.css';

interface ConsentSlipProps extends Pick<ConsentPaperProps, 'who' | 'choices'> {
  /** It has left for the printer or into a file: what is said from now on stands on paper. */
  readonly onPaper: () => void;
}

/** Consent to sign by hand: a key leads to the slip, which is printed as other slips are. */
export function ConsentSlip(props: ConsentSlipProps) {
  const { t } = useTranslation('members');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useHotkeys([['alt+P', () => setOpen(true), { usePhysicalKeys: true }]], []);
  /** Esc leaves the slip, not the form behind it; no other key of the counter works through it. */
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  return (
    <>
      <KeyButton
        cap="Alt+P"
        variant="default"
        size="xs"
        aria-keyshortcuts="Alt+P"
        onClick={() => setOpen(true)}
      >
        {t('consent.slip.open')}
      </KeyButton>
      <Modal
        opened={open}
        onClose={close}
        closeOnEscape={false}
        onKeyDown={press}
        title={t('consent.slip.title')}
        size="auto"
        closeButtonProps={{ 'aria-label': t('consent.slip.close') }}
        transitionProps={{ duration: 0 }}
      >
        <Opened {...props} />
      </Modal>
    </>
  );
}

function Opened(props: ConsentSlipProps) {
  return (
    <Awaited of={useSlipChoice()} skeleton={<Bones rows={6} height={48} />}>
      {(choice) => <Ready {...props} choice={choice} />}
    </Awaited>
  );
}

function Ready({ who, choices, onPaper, choice }: ConsentSlipProps & { readonly choice: SlipChoice }) {
  const { t } = useTranslation('members');
  const paper = useRef<HTMLElement>(null);
  const printing = usePaperPrinting(choice, useChooseSlip().run, paper);
  const printers = usePrinters();
  const names = printers.data ?? [];
  const printer = names.find(({ name }) => name === choice.printer) ?? names[0];
  const savePdf = async () => {
    if (await printing.savePdf(t('consent.slip.file', { name: who.name }))) onPaper();
  };
  const print = async () => {
    if (printer !== undefined && (await printing.print(printer.name))) onPaper();
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyS') return;
    event.preventDefault();
    void savePdf();
  };
  return (
    <fieldset className={classes.slip} onKeyDown={press} aria-label={t('consent.slip.title')}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('consent.slip.paper')}
          data={PAPERS.map((width) => ({ value: String(width), label: t('consent.slip.width', { width }) }))}
          value={String(choice.paper)}
          onChange={(value) => {
            const known = PAPERS.find((each) => String(each) === value);
            if (known !== undefined) printing.choose({ paper: known });
          }}
          transitionDuration={0}
        />
        {names.length > 1 ? (
          <NativeSelect
            aria-label={t('consent.slip.printer')}
            data={names.map(({ name, label }) => ({ value: name, label }))}
            value={printer?.name ?? ''}
            onChange={(event) => printing.choose({ printer: event.currentTarget.value })}
          />
        ) : null}
        {printers.data !== undefined && printer === undefined ? (
          <Notice tone="quiet">{t('consent.slip.no_printer')}</Notice>
        ) : null}
        <PrintEnd
          of={printing}
          words={{
            printed: t('consent.slip.printed', { printer: printer?.label ?? '' }),
            saved: (path) => t('consent.slip.saved', { path }),
            refused: ({ code, params }) => t(`consent.slip.refused.${code}`, params),
            notWritten: (why) => t(`consent.slip.not_written.${why}`),
          }}
        />
        <KeyButton
          cap="Enter"
          onClick={() => void print()}
          disabled={printer === undefined}
          loading={printing.printing.state === 'busy'}
          data-autofocus
        >
          {t('consent.slip.print')}
        </KeyButton>
        <KeyButton
          cap="Alt+S"
          variant="default"
          onClick={() => void savePdf()}
          loading={printing.saving.state === 'busy'}
        >
          {t('consent.slip.pdf')}
        </KeyButton>
      </div>
      <div className={classes.desk}>
        <ConsentPaper ref={paper} who={who} choices={choices} paper={choice.paper} />
      </div>
      <PrintCopy>
        <ConsentPaper who={who} choices={choices} paper={choice.paper} />
      </PrintCopy>
    </fieldset>
  );
}

import type { SheetChoice } from '@contract/slips';
import { SHEETS } from '@domain/slips/paper';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useFormat } from '../../../lib/store-context';
import { usePaperPrinting } from '../../../lib/use-paper-printing';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { PrintCopy } from '../../../ui/print-copy';
import { type Sheet, useChooseSheet, usePrinters, useSheet, useSheetChoice } from '../api';
import { DaySheet } from './day-sheet';
import classes from './days.module.css';
import { LateRows } from './late-rows';
import { SheetEnd } from './sheet-end';

/** One close as it was sealed, and printing it: today or in a year, it is the same sheet. */
export function SheetPane({ closeId }: { readonly closeId: string }) {
  const { t } = useTranslation('days');
  const sheet = useSheet(closeId);
  const choice = useSheetChoice();
  return (
    <Awaited of={choice} skeleton={<Bones rows={10} height={32} />}>
      {(chosen) => (
        <Awaited
          of={sheet}
          skeleton={<Bones rows={10} height={32} />}
          isEmpty={(data) => data === null}
          empty={<Notice tone="quiet">{t('sheet.gone')}</Notice>}
        >
          {(data) => (data === null ? null : <Ready key={data.id} sheet={data} choice={chosen} />)}
        </Awaited>
      )}
    </Awaited>
  );
}

function Ready({ sheet, choice }: { readonly sheet: Sheet; readonly choice: SheetChoice }) {
  const { t } = useTranslation('days');
  const format = useFormat();
  const paper = useRef<HTMLElement>(null);
  const printing = usePaperPrinting(choice, useChooseSheet().run, paper);
  const printers = usePrinters();
  const names = printers.data ?? [];
  const printer = names.find(({ name }) => name === choice.printer) ?? names[0];
  const print = () => {
    if (printer !== undefined) void printing.print(printer.name);
  };
  const save = () => void printing.savePdf(t('sheet.file', { date: sheet.date, round: sheet.round }));
  useFunctionKeys([
    { key: 'F9', word: t('sheet.print'), run: print, disabled: printer === undefined },
    { key: 'F10', word: t('sheet.pdf'), run: save },
  ]);
  return (
    <div className={classes.pane}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('sheet.of', { date: format.date(sheet.date) })}</h2>
        <p className="quiet">
          {t('state.closed', {
            round: sheet.round,
            at: format.dateTime(sheet.closedAt),
            staff: sheet.staffName,
          })}
        </p>
      </header>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('sheet.paper')}
          data={SHEETS.map((each) => ({
            value: String(each),
            label: each === 'a4' ? 'A4' : t('sheet.millimetres', { width: each }),
          }))}
          value={String(choice.paper)}
          onChange={(value) => {
            const known = SHEETS.find((each) => String(each) === value);
            if (known !== undefined) printing.choose({ paper: known });
          }}
          transitionDuration={0}
        />
        {names.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t('sheet.printer')}
            data={names.map(({ name, label }) => ({ value: name, label }))}
            value={printer?.name ?? ''}
            onChange={(event) => printing.choose({ printer: event.currentTarget.value })}
          />
        ) : null}
        <KeyButton
          cap="F9"
          size="xs"
          onClick={print}
          disabled={printer === undefined}
          loading={printing.printing.state === 'busy'}
        >
          {t('sheet.print')}
        </KeyButton>
        <KeyButton
          cap="F10"
          size="xs"
          variant="default"
          onClick={save}
          loading={printing.saving.state === 'busy'}
        >
          {t('sheet.pdf')}
        </KeyButton>
      </div>
      {printers.data !== undefined && printer === undefined ? (
        <Notice tone="quiet">{t('sheet.noPrinter')}</Notice>
      ) : null}
      <SheetEnd printing={printing} printer={printer?.label ?? ''} />
      <LateRows rows={sheet.late} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the window is scrolled by the arrows */}
      <section className={classes.desk} tabIndex={0} aria-label={t('sheet.preview')}>
        <DaySheet ref={paper} sheet={sheet} paper={choice.paper} />
      </section>
      <PrintCopy>
        <DaySheet sheet={sheet} paper={choice.paper} />
      </PrintCopy>
    </div>
  );
}

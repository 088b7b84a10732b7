import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import type { useSheetPrinting } from '../use-sheet-printing';

interface SheetEndProps {
  readonly printing: ReturnType<typeof useSheetPrinting>;
  readonly printer: string;
}

/** How the last printing or saving ended; a printer that says no is never silent. */
export function SheetEnd({ printing, printer }: SheetEndProps) {
  const { t } = useTranslation('days');
  const { printing: printed, saving } = printing;
  if (printing.shown === 'print')
    switch (printed.state) {
      case 'done':
        return <Notice tone="good">{t('sheet.printed', { printer })}</Notice>;
      case 'refused':
        return (
          <Notice tone="danger">{t(`sheet.refused.${printed.refusal.code}`, printed.refusal.params)}</Notice>
        );
      case 'fault':
        return <FaultLine mishap={printed.mishap} />;
      default:
        return null;
    }
  switch (saving.state) {
    case 'done':
      return saving.value === null ? null : (
        <Notice tone="good">{t('sheet.saved', { path: saving.value.path })}</Notice>
      );
    case 'refused':
      return <Notice tone="danger">{t(`sheet.not_written.${saving.refusal.params.why}`)}</Notice>;
    case 'fault':
      return <FaultLine mishap={saving.mishap} />;
    default:
      return null;
  }
}

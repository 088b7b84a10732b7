import { useTranslation } from 'react-i18next';
import type { PaperPrinting } from '../../../lib/use-paper-printing';
import { PrintEnd } from '../../../ui/print-end';

interface SheetEndProps {
  readonly printing: Pick<PaperPrinting, 'printing' | 'saving' | 'shown'>;
  readonly printer: string;
}

/** The day is closed whatever the printer says. */
export function SheetEnd({ printing, printer }: SheetEndProps) {
  const { t } = useTranslation('days');
  return (
    <PrintEnd
      of={printing}
      words={{
        printed: t('sheet.printed', { printer }),
        saved: (path) => t('sheet.saved', { path }),
        refused: ({ code, params }) => t(`sheet.refused.${code}`, params),
        notWritten: (why) => t(`sheet.not_written.${why}`),
      }}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { PaperPrinting } from '../../../lib/use-paper-printing';
import { PrintEnd } from '../../../ui/print-end';

interface SlipEndProps {
  readonly printing: Pick<PaperPrinting, 'printing' | 'saving' | 'shown'>;
  readonly printer: string;
}

/** The sale is recorded whatever the printer says. */
export function SlipEnd({ printing, printer }: SlipEndProps) {
  const { t } = useTranslation('slips');
  return (
    <PrintEnd
      of={printing}
      words={{
        printed: t('printed', { printer }),
        saved: (path) => t('saved', { path }),
        refused: ({ code, params }) => t(`refusal.${code}`, params),
        notWritten: (why) => t(`refusal.file_not_written.${why}`),
      }}
    />
  );
}

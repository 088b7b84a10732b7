import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import type { useSlipPrinting } from '../use-slip-printing';

interface SlipEndProps {
  readonly printing: ReturnType<typeof useSlipPrinting>;
  readonly printer: string;
}

/** How the last printing or saving ended; a printer that says no is never silent. */
export const SlipEnd = ({ printing, printer }: SlipEndProps) =>
  printing.shown === 'print' ? (
    <Printed now={printing.printing} printer={printer} />
  ) : (
    <Saved now={printing.saving} />
  );

function Printed({
  now,
  printer,
}: {
  readonly now: SlipEndProps['printing']['printing'];
  readonly printer: string;
}) {
  const { t } = useTranslation('slips');
  switch (now.state) {
    case 'done':
      return <Notice tone="good">{t('printed', { printer })}</Notice>;
    case 'refused': {
      const { code, params } = now.refusal;
      return <Notice tone="danger">{t(`refusal.${code}`, params)}</Notice>;
    }
    case 'fault':
      return <FaultLine mishap={now.mishap} />;
    default:
      return null;
  }
}

function Saved({ now }: { readonly now: SlipEndProps['printing']['saving'] }) {
  const { t } = useTranslation('slips');
  switch (now.state) {
    case 'done':
      return now.value === null ? null : <Notice tone="good">{t('saved', { path: now.value.path })}</Notice>;
    case 'refused':
      return <Notice tone="danger">{t(`refusal.file_not_written.${now.refusal.params.why}`)}</Notice>;
    case 'fault':
      return <FaultLine mishap={now.mishap} />;
    default:
      return null;
  }
}

import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { FigureTable } from '../../../ui/figure-table';
import type { PreviewedReceipt } from '../api';
import { useOutcomeWords } from '../use-words';
import classes from './pos.module.css';

interface ReceiptsPreviewProps {
  readonly receipts: readonly PreviewedReceipt[];
}

/** The first receipts of the file as they would be booked now: when, how much, whose, and what becomes of each. */
export function ReceiptsPreview({ receipts }: ReceiptsPreviewProps) {
  const { t } = useTranslation('pos');
  const soldAt = useSoldAt();
  const say = useOutcomeWords();
  if (receipts.length === 0) return null;
  return (
    <>
      <h3 className={classes.title}>{t('setUp.receipts')}</h3>
      <FigureTable
        label={t('setUp.receipts')}
        columns={[t('head.receipt'), t('head.when'), t('head.member'), t('head.outcome'), t('head.paid')]}
        words={[1, 2, 3]}
        rows={receipts.map(({ line, receiptNo, boughtAt, paid, memberName, outcome, why }) => ({
          id: String(line),
          cells: [
            receiptNo === '' ? t('noNumber') : receiptNo,
            boughtAt === null ? '–' : soldAt(boughtAt),
            memberName ?? '–',
            say({ outcome, why }),
            paid === null ? '–' : money(paid),
          ],
        }))}
      />
    </>
  );
}

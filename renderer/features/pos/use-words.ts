import { POS_OUTCOMES, POS_REASONS, WAITING_REASONS } from '@domain/pos/outcome';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../lib/format';
import { useSoldAt } from '../../lib/sold-at';
import type { PosCounts, PreviewedReceipt, Refused, RefusedReceipt } from './api';

/** `记账 12 · 已记过 3`: what became of the receipts of a file or a day; null where there were none. */
export function useCountWords(): (counts: PosCounts) => string | null {
  const { t } = useTranslation('pos');
  return (counts) => {
    const said = POS_OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
      t(`count.${outcome}`, { n: whole(counts[outcome]) }),
    );
    return said.length === 0 ? null : said.join(' · ');
  };
}

/** Why a receipt was refused, and what to do; where two amounts differ, both. */
export function useWhyWords(): (receipt: Pick<RefusedReceipt, 'why' | 'booked' | 'told'>) => string {
  const { t } = useTranslation('pos');
  return ({ why, booked, told }) =>
    why === 'amount_differs' && booked !== null && told !== null
      ? t('why.both_amounts', { booked: money(booked), told: money(told) })
      : t(`why.${why}`);
}

/** What becomes of a receipt, and why where it is not simply booked. */
export function useOutcomeWords(): (receipt: Pick<PreviewedReceipt, 'outcome' | 'why'>) => string {
  const { t } = useTranslation('pos');
  return ({ outcome, why }) => {
    if (why === null) return t(`outcome.${outcome}`);
    const waits = WAITING_REASONS.find((each) => each === why);
    const reason = POS_REASONS.find((each) => each === why);
    const because =
      waits !== undefined ? t(`waits.${waits}`) : reason === undefined ? '' : t(`why.${reason}`);
    return t('outcomeBecause', { outcome: t(`outcome.${outcome}`), because });
  };
}

/** Why an act did not come about, and what to do. */
export function useRefusalWords(): (refusal: Refused) => string {
  const { t, i18n } = useTranslation('pos');
  const soldAt = useSoldAt();
  return (refusal) => {
    switch (refusal.code) {
      case 'file_refused':
        return t(`failure.${refusal.params.why}`);
      case 'required_column_missing':
        return t('refusal.required_column_missing', {
          fields: new Intl.ListFormat(i18n.language).format(
            refusal.params.missing.map((field) => t(`column.${field}`)),
          ),
        });
      case 'receipt_taken':
        return t('refusal.receipt_taken', {
          total: money(refusal.params.total),
          when: soldAt(refusal.params.boughtAt),
        });
      case 'claim_too_late':
        return t('refusal.claim_too_late', { count: refusal.params.days });
      case 'sample_store':
      case 'folder_gone':
      case 'column_twice':
      case 'no_source':
      case 'file_gone':
      case 'receipt_gone':
      case 'member_gone':
      case 'own_card':
        return t(`refusal.${refusal.code}`);
    }
  };
}

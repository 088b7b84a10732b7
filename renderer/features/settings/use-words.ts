import type { CouponTemplate } from '@domain/coupons/coupon';
import type { EarnEvent } from '@domain/settings/shop-rules';
import type { BusinessDate } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../lib/coupon-words';
import { whole } from '../../lib/format';
import { useFormat } from '../../lib/store-context';
import { rate } from './draft/kinds';
import type { Problem } from './draft/problem';

/** Why something typed is no rule, and what to write instead. */
export function useProblemWords(): (problem: Problem | undefined) => string | null {
  const { t } = useTranslation('settings');
  return (problem) => {
    if (problem === undefined) return null;
    if (problem.code === 'out_of_range')
      return t('problem.out_of_range', { min: whole(problem.min), max: whole(problem.max) });
    return t(`problem.${problem.code}`);
  };
}

/** What a coupon template does, in one sentence. */
export function useTemplateWords(): (template: CouponTemplate) => string {
  const { t } = useTranslation(['settings', 'coupons']);
  const { t: say } = useTranslation(['coupons', 'common']);
  const span = useSpanWords();
  return ({ trigger, active, terms, stacks, validity, blackout }) => {
    const parts = [
      active ? t(`template.when.${trigger}`) : t('template.stopped'),
      termsWords(terms, say),
      validity.kind === 'days'
        ? t('template.valid_days', { count: validity.days })
        : t('template.range', { span: span(validity) }),
      ...(blackout.length === 0 ? [] : [t('coupons:blackout', { days: blackout.map(span).join(t('list')) })]),
      stacks ? t('coupons:terms.stacks') : t('template.alone'),
    ];
    return t('template.sentence', { parts: parts.join(t('and')) });
  };
}

/** What an event does, in one sentence. */
export function useEventWords(): (event: EarnEvent) => string {
  const { t } = useTranslation('settings');
  const span = useSpanWords();
  return (event) => t('event.sentence', { span: span(event), times: rate.show(event.multiplier) });
}

function useSpanWords() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return ({ from, to }: { readonly from: BusinessDate; readonly to: BusinessDate }) =>
    from === to ? format.date(from) : t('span', { from: format.date(from), to: format.date(to) });
}

import type { CouponTemplate } from '@domain/coupons/coupon';
import type { EarnEvent } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import { useWeekdays } from '../../lib/use-weekdays';
import { FIELDS, type PlainField } from './draft/fields';
import { useServiceWords } from './use-service-words';
import { useEventWords, useTemplateWords } from './use-words';

const RIGHT = /^tiers\.rights\.(regular|loyal|vip)\.(\w+)$/;
const TEMPLATE = 'coupons.templates.';
const EVENT = 'earnEvents.';
/** The part of a path that says what kind of rule stands there: `care.festivals` of `care.festivals.new-year`. */
const LIST = /^(?:timeBands|\w+\.\w+)/;

/** Every path that has no words of its own is a field, or one of these. */
type FieldPath = PlainField | 'memberDay.weekdays' | 'complaints.storeHours';

/** The rules of the history in words: what each path is called, and what stood there, as it would be typed. */
export function useRuleWords() {
  const { t } = useTranslation(['settings', 'common']);
  const template = useTemplateWords();
  const event = useEventWords();
  const service = useServiceWords();
  const weekdays = useWeekdays('short');
  const serviceAt = (path: string) => service[path] ?? service[LIST.exec(path)?.[0] ?? ''];

  /** `rule` is what stands or stood there: coupons and events are called by their own name. */
  const labelOf = (path: string, rule: string): string => {
    if (path.startsWith(TEMPLATE)) return t('history.template', { name: templateFrom(rule).name });
    if (path.startsWith(EVENT)) return t('history.event', { name: path.slice(EVENT.length) });
    const desk = serviceAt(path);
    if (desk !== undefined) return desk.label;
    const [, tier, right] = RIGHT.exec(path) ?? [];
    if (tier === undefined) return t(`field.${path as FieldPath}`);
    // The pattern names the tiers; the rights are those of the table.
    const words = { tier: t(`common:tier.${tier as 'vip'}`), right: t(`right.${right as 'priority'}`) };
    return t('tiers.right_of', words);
  };

  const wordsOf = (path: string, rule: string): string => {
    if (path.startsWith(TEMPLATE)) return template(templateFrom(rule));
    if (path.startsWith(EVENT)) return event(JSON.parse(rule) as EarnEvent); // written by `ruleDifferences`
    const value: unknown = JSON.parse(rule);
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const shown =
      serviceAt(path)?.say(value) ??
      (path === 'memberDay.weekdays' ? days(value) : (FIELDS.get(path)?.show(value) ?? rule));
    return shown === '' ? t('history.empty') : shown;
  };
  const days = (value: unknown): string =>
    weekdays
      .filter(({ day }) => Array.isArray(value) && value.includes(day))
      .map(({ word }) => word)
      .join(t('list'));

  return { labelOf, wordsOf };
}

/** As `ruleDifferences` has written it. */
const templateFrom = (rule: string): CouponTemplate => JSON.parse(rule) as CouponTemplate;

import { SINCE_OPENING } from '@domain/settings/in-force';
import type { BusinessDate } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { fullDateWords } from '../lib/format';
import { useLocale } from '../lib/store-context';

interface RuleStampProps {
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
}

/** Which rules made a figure, and since when they count. */
export function RuleStamp({ version, effectiveFrom }: RuleStampProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <span className="quiet numbers">
      {effectiveFrom === SINCE_OPENING
        ? t('rule.sinceOpening', { version })
        : t('rule.since', { version, date: fullDateWords(effectiveFrom, locale) })}
    </span>
  );
}

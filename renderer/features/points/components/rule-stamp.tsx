import type { BusinessDate } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './why.module.css';

/** Which rules made it. */
export function RuleStamp({ version, effectiveFrom }: { version: number; effectiveFrom: BusinessDate }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  return (
    <p className={`${classes.text} quiet`}>{t('why.rule', { version, date: format.date(effectiveFrom) })}</p>
  );
}

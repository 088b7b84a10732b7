import type { Moment } from '../../db/domain/care/contact';
import type { ShopRules } from '../../db/domain/settings/shop-rules';
import type { CommandCx, QueryCx } from './context';

/** The moment as the rules of care see it. */
export const momentOf = ({ now, today, calendar }: QueryCx | CommandCx, { care }: ShopRules): Moment => ({
  now,
  today,
  calendar,
  rules: care,
});

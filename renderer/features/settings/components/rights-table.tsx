import { TIERS, type Tier } from '@domain/tiers/tier';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TypedRight } from '../draft/fields';
import { flagIn, textIn } from '../draft/rules-draft';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';
import classes from './rights-table.module.css';

const TYPED: readonly TypedRight[] = ['discountPercent', 'earnMultiplier', 'birthdayGift'];
const GIVEN = ['priority', 'adviser'] as const;

/** What each level brings, typed as the owner speaks and read back exactly (S43, S44, S54). */
export function RightsTable({ onCoupon }: { readonly onCoupon: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <table className={classes.table} aria-label={t('tiers.rights_title')}>
      <thead>
        <tr>
          <th scope="col">{t('tiers.tier')}</th>
          {[...TYPED, ...GIVEN].map((right) => (
            <th key={right} scope="col">
              {t(`right.${right}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.map((tier) => (
          <tr key={tier}>
            <th scope="row">{t(`common:tier.${tier}`)}</th>
            {TYPED.map((right) => (
              <td key={right}>
                <TypedCell tier={tier} right={right} onCoupon={onCoupon} />
              </td>
            ))}
            {GIVEN.map((right) => (
              <td key={right}>
                <GivenCell tier={tier} right={right} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<R> {
  readonly tier: Tier;
  readonly right: R;
}

function TypedCell({ tier, right, onCoupon }: CellProps<TypedRight> & { readonly onCoupon: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const { draft, put, problems } = useEdit();
  const at = `tiers.rights.${tier}.${right}` as const;
  const problem = problems[at];
  return (
    <>
      <span className={classes.cellName} aria-hidden="true">
        {t(`right.${right}`)}
      </span>
      <Field
        hideLabel
        width={right === 'earnMultiplier' ? 'number' : 'line'}
        maxLength={40}
        label={t('tiers.right_of', { tier: t(`common:tier.${tier}`), right: t(`right.${right}`) })}
        placeholder={right === 'earnMultiplier' ? '' : t(`tiers.none.${right}`)}
        value={textIn(draft, at)}
        problem={problem}
        onChange={(text) => put({ texts: { ...draft.texts, [at]: text } })}
      />
      {problem?.code === 'spend_and_save' ? (
        <Button className={classes.instead ?? ''} variant="default" size="compact-sm" onClick={onCoupon}>
          {t('tiers.as_coupon')}
        </Button>
      ) : null}
      {right === 'discountPercent' && problem === undefined ? <DiscountRead tier={tier} /> : null}
    </>
  );
}

/** What the cashier will read (S83): the words of the counter, from what was typed. */
function DiscountRead({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation(['tiers', 'common']);
  const { rules } = useEdit();
  const percent = rules.tiers.rights[tier].discountPercent;
  const discount = t('common:percentOff', { percent });
  return (
    <p className={classes.read} role="status">
      {percent === 0 ? t('allowed.none') : t('allowed.tier', { discount })}
    </p>
  );
}

function GivenCell({ tier, right }: CellProps<'priority' | 'adviser'>) {
  const { t } = useTranslation(['settings', 'common']);
  const { draft, put } = useEdit();
  const at = `tiers.rights.${tier}.${right}` as const;
  return (
    <div className={classes.check}>
      <span className={classes.cellName} aria-hidden="true">
        {t(`right.${right}`)}
      </span>
      <Checkbox
        aria-label={t('tiers.right_of', { tier: t(`common:tier.${tier}`), right: t(`right.${right}`) })}
        checked={flagIn(draft, at)}
        onChange={(event) => put({ flags: { ...draft.flags, [at]: event.currentTarget.checked } })}
      />
    </div>
  );
}

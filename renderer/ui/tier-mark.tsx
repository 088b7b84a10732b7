import { IconCircle, IconDiamond, IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './tier-mark.module.css';

const SHAPES = { regular: IconCircle, loyal: IconDiamond, vip: IconStar } as const;

/** A tier by its word and its shape, and only then by its tint. */
export function TierMark({ tier }: { readonly tier: keyof typeof SHAPES }) {
  const { t } = useTranslation('common');
  const Shape = SHAPES[tier];
  return (
    <span className={classes.mark} data-tier={tier}>
      <Shape size={12} stroke={2} aria-hidden="true" />
      {t(`tier.${tier}`)}
    </span>
  );
}

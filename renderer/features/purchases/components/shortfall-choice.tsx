import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import type { RefundEffect, Shortfall } from '../api';
import classes from './refund.module.css';

interface ShortfallChoiceProps {
  readonly effect: RefundEffect;
  readonly value: Shortfall;
  readonly onChange: (value: Shortfall) => void;
}

const WAYS: readonly Shortfall[] = ['debt', 'reduce_refund', 'write_off'];

/** The points to take back are already spent: one of three ways, never silently. */
export function ShortfallChoice({ effect, value, onChange }: ShortfallChoiceProps) {
  const { t } = useTranslation('purchases');
  return (
    <Radio.Group
      className={classes.shortfall}
      label={t('shortfall.title', { points: whole(effect.shortfall) })}
      value={value}
      onChange={(next) => {
        const way = WAYS.find((known) => known === next);
        if (way !== undefined) onChange(way);
      }}
    >
      {WAYS.map((way) => (
        <Radio key={way} size="xs" value={way} label={t(`shortfall.${way}`)} className={classes.way} />
      ))}
    </Radio.Group>
  );
}

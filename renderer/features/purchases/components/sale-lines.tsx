import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/key-cap';
import type { Sale } from '../use-sale';
import classes from './sale-lines.module.css';

/** The lines of the bill, for whoever wants them: what, how much, for how much, whether it is at full price and earns. */
export function SaleLines({ sale }: { readonly sale: Sale }) {
  const { t } = useTranslation('purchases');
  const last = useRef<HTMLInputElement>(null);
  const count = sale.typed.lines.length;
  useEffect(() => {
    if (count > 0) last.current?.focus();
  }, [count]);
  return (
    <div className={classes.lines}>
      {sale.typed.lines.map((line, index) => (
        <fieldset key={line.key} className={classes.line}>
          <legend className={classes.legend}>{t('line.number', { number: index + 1 })}</legend>
          <TextInput
            ref={index === count - 1 ? last : undefined}
            aria-label={t('line.product')}
            placeholder={t('line.product')}
            size="xs"
            maxLength={60}
            value={line.product}
            onChange={(event) => sale.setLine(line.key, { product: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('line.quantity')}
            placeholder={t('line.quantity')}
            size="xs"
            inputMode="decimal"
            value={line.quantity}
            onChange={(event) => sale.setLine(line.key, { quantity: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('line.amount')}
            placeholder="¥"
            size="xs"
            inputMode="decimal"
            value={line.amount}
            onChange={(event) => sale.setLine(line.key, { amount: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('line.drop')}
            onClick={() => sale.dropLine(line.key)}
          >
            <IconX size={16} />
          </ActionIcon>
          <div className={classes.marks}>
            <Checkbox
              size="xs"
              radius="xs"
              label={t('line.fullPrice')}
              checked={line.fullPrice}
              onChange={(event) => sale.setLine(line.key, { fullPrice: event.currentTarget.checked })}
            />
            <Checkbox
              size="xs"
              radius="xs"
              label={t('line.earns')}
              checked={line.earns}
              onChange={(event) => sale.setLine(line.key, { earns: event.currentTarget.checked })}
            />
          </div>
        </fieldset>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add}
        onClick={sale.addLine}
        rightSection={<KeyCap>Alt+L</KeyCap>}
        disabled={count >= 200}
      >
        {t('line.add')}
      </Button>
    </div>
  );
}

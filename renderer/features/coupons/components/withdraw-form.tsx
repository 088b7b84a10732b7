import type { CouponView } from '@contract/loyalty-shapes';
import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { useWithdraw } from '../api';
import classes from './coupon-panel.module.css';
import { StepEnd } from './step-end';

interface WithdrawFormProps {
  readonly coupon: CouponView;
  readonly onCancel: () => void;
}

/** Takes an unused coupon away again, with a reason; the list shows it as withdrawn when that is done. */
export function WithdrawForm({ coupon, onCancel }: WithdrawFormProps) {
  const { t } = useTranslation('coupons');
  const withdraw = useWithdraw();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { now } = withdraw;

  const confirm = async () => {
    setAsked(true);
    if (reason.trim() === '') return field.current?.focus();
    await withdraw.run({ couponId: coupon.id, reason });
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation(); // the panel stays open
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void confirm();
    }
  };
  return (
    <>
      <div className={classes.withdraw}>
        <TextInput
          ref={field}
          size="xs"
          label={t('withdrawReason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={press}
          error={asked && reason.trim() === '' ? t('refusal.reason_needed') : null}
        />
        <Button
          color="red"
          size="xs"
          title="Ctrl+Enter"
          loading={now.state === 'busy'}
          onClick={() => void confirm()}
        >
          {t('withdrawDo')}
        </Button>
      </div>
      <StepEnd coupon={coupon} now={now} onRetry={() => void confirm()} />
    </>
  );
}

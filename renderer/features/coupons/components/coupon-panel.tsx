import type { CouponView } from '@contract/loyalty-shapes';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';

import { CouponList } from './coupon-list';
import classes from './coupon-panel.module.css';
import { GiveForm } from './give-form';

interface CouponPanelProps {
  readonly memberId: string;
  readonly giving: boolean;
  /** A usable one goes onto the bill. */
  readonly onLay: (coupon: CouponView) => void;
  readonly onGive: () => void;
  readonly onCancel: () => void;
}

/** All of a member's coupons, those of use today first; and giving one by hand (S50, S80). */
export function CouponPanel({ memberId, giving, onLay, onGive, onCancel }: CouponPanelProps) {
  const { t } = useTranslation('coupons');
  const format = useFormat();
  const [given, setGiven] = useState<Answered<'coupons', 'giveByHand'> | null>(null);
  useHotkeys(giving ? [] : [['alt+G', onGive, { usePhysicalKeys: true }]], []);
  if (giving) {
    return (
      <GiveForm
        memberId={memberId}
        onGiven={(coupon) => {
          setGiven(coupon);
          onCancel();
        }}
        onCancel={onCancel}
      />
    );
  }
  return (
    <Panel
      title={t('title')}
      onCancel={onCancel}
      foot={
        <div className={classes.foot}>
          {given === null ? null : (
            <Notice tone="good">
              {t('give.done', { code: given.code, date: format.date(given.lastDay) })}
            </Notice>
          )}
          <KeyButton cap="Alt+G" variant="default" onClick={onGive}>
            {t('give.open')}
          </KeyButton>
        </div>
      }
    >
      <CouponList memberId={memberId} onLay={onLay} />
    </Panel>
  );
}

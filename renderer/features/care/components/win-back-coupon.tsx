import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { RefusalFor } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { type Task, useAllowance, useGiveCoupon } from '../api';
import classes from './task-view.module.css';

/** The coupon that makes good (S50): from the giver's allowance, once for each task; the script then names it. */
export function WinBackCoupon({ task }: { readonly task: Task }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const give = useGiveCoupon();
  const { data } = useAllowance();
  const { now } = give;
  const template = data?.templates.find(({ trigger }) => trigger === 'win_back');
  if (task.coupon?.withdrawn === true)
    return <span className="quiet">{t('coupon.withdrawn', { code: task.coupon.code })}</span>;
  // Said at once; the task comes along with it a moment later.
  const given = task.coupon ?? (now.state === 'done' ? now.value : null);
  if (given !== null) {
    return (
      <Notice tone="good">{t('coupon.given', { code: given.code, date: format.date(given.lastDay) })}</Notice>
    );
  }
  return (
    <>
      <Button
        variant="default"
        loading={now.state === 'busy'}
        disabled={template === undefined || task.measure === ''}
        onClick={() => void give.run({ taskId: task.id })}
      >
        {template === undefined ? t('coupon.none') : t('coupon.give', { name: template.name })}
      </Button>
      {task.measure === '' ? (
        <span className="quiet">{t('coupon.measureFirst')}</span>
      ) : data === undefined || data.allowance === null ? null : (
        <span className="quiet numbers">
          {t('coupon.allowance', { left: money(Math.max(0, data.allowance.limit - data.allowance.used)) })}
        </span>
      )}
      {now.state === 'refused' ? (
        <div className={classes.whole}>
          <Notice tone="danger">{words(now.refusal)}</Notice>
        </div>
      ) : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} /> : null}
    </>
  );

  function words(refusal: RefusalFor<'care', 'giveWinBackCoupon'>): string {
    switch (refusal.code) {
      case 'not_open':
        return t('refusal.not_open', { state: t(`state.${refusal.params.state}`) });
      case 'template_over':
        return t('refusal.template_over', { date: format.date(refusal.params.lastDay) });
      case 'above_allowance': {
        const { limit, used, worth } = refusal.params;
        return t('refusal.above_allowance', { limit: money(limit), used: money(used), worth: money(worth) });
      }
      case 'reason_needed':
        return t('coupon.measureFirst');
      default:
        return t(`refusal.${refusal.code}`);
    }
  }
}

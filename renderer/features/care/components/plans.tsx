import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { NotDone } from '../../../ui/not-done';
import { useEndPlan, usePlans } from '../api';
import classes from './care-panel.module.css';

/** What this member's own things need every so many months (S53); nothing is said where there is no plan. */
export function Plans({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('care');
  const { data, error, refetch } = usePlans(memberId);
  if (error !== null) return <FaultLine error={error} onRetry={() => void refetch()} />;
  const running = data?.filter(({ ended }) => !ended) ?? [];
  if (running.length === 0) return null;
  return (
    <>
      <h3 className={classes.head}>{t('plans.title')}</h3>
      <ul className={classes.rows}>
        {running.map((plan) => (
          <Plan key={plan.id} plan={plan} />
        ))}
      </ul>
    </>
  );
}

type PlanRow = NonNullable<ReturnType<typeof usePlans>['data']>[number];

function Plan({ plan }: { readonly plan: PlanRow }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const end = useEndPlan();
  /** Asked for twice: an ended plan is not begun again. */
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <div className={classes.plan}>
        <span>
          {plan.what} · {t('plans.every', { count: plan.everyMonths })}
          {plan.nextOn === null ? null : (
            <span className="quiet numbers"> · {t('plans.next', { date: format.date(plan.nextOn) })}</span>
          )}
        </span>
        <Button
          variant={asking ? 'filled' : 'subtle'}
          size="compact-xs"
          loading={end.now.state === 'busy'}
          onBlur={() => setAsking(false)}
          onClick={() => {
            if (asking) void end.run({ planId: plan.id });
            setAsking(!asking);
          }}
        >
          {t(asking ? 'plans.endSure' : 'plans.end')}
        </Button>
      </div>
      <NotDone of={end.now} words={(refusal) => t(`refusal.${refusal.code}`)} />
    </li>
  );
}

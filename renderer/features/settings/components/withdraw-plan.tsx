import { addDays } from '@domain/calendar/business-day';
import { inForceOn } from '@domain/settings/in-force';
import type { BusinessDate } from '@domain/units';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotDone } from '../../../ui/not-done';
import { useChangeRules, useShopRules } from '../api';
import { useRefusalWords } from '../use-refusal-words';

/**
 * Withdraws what is planned for a day: the rules of the day before are to hold on it. Asks twice; the
 * history keeps both.
 */
export function WithdrawPlan({ effectiveFrom }: { readonly effectiveFrom: BusinessDate }) {
  const { t } = useTranslation('settings');
  const { data: inUse } = useShopRules();
  const change = useChangeRules();
  const say = useRefusalWords();
  const [sure, setSure] = useState(false);
  const withdraw = () => {
    setSure(!sure);
    if (!sure || inUse === undefined) return;
    const rules = inForceOn([inUse, ...inUse.planned], addDays(effectiveFrom, -1))?.rules ?? inUse.rules;
    void change.run({ basedOn: inUse.latest, rules, effectiveFrom });
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={change.now.state === 'busy'}
        onClick={withdraw}
        onBlur={() => setSure(false)}
      >
        {sure ? t('history.withdraw_sure') : t('history.withdraw')}
      </Button>
      <NotDone of={change.now} words={say} />
    </>
  );
}

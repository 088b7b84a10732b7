import { countingOf, resolutionDue, responseDue } from '@domain/complaints/clocks';
import { useOpenStore } from '../../../lib/store-context';
import { useNow } from '../../../lib/use-now';
import { useRules } from '../api';
import { DueTimes } from './due-times';

/** Both due times as they would be if it were saved now. */
export function TargetTimes() {
  const rules = useRules();
  const calendar = useOpenStore();
  const now = useNow();
  if (rules === undefined) return null;
  const { complaints } = rules;
  const counting = countingOf(rules, calendar);
  return (
    <DueTimes
      responseAt={responseDue(now, complaints, counting).at}
      resolutionAt={resolutionDue(now, complaints, counting).at}
      hours={complaints}
    />
  );
}

import { resolutionDue, responseDue } from '@domain/complaints/clocks';
import { useNow } from '../../../lib/use-now';
import { useClockRules } from '../api';
import { DueTimes } from './due-times';

/** Both due times as they would be if it were saved now. */
export function TargetTimes() {
  const rules = useClockRules();
  const now = useNow();
  if (rules === undefined) return null;
  return (
    <DueTimes
      responseAt={responseDue(now, rules).at}
      resolutionAt={resolutionDue(now, rules).at}
      hours={{ response: rules.responseHours, resolution: rules.resolutionHours }}
    />
  );
}

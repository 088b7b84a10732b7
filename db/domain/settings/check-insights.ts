import type { Check } from './rule-problem';

/** From here on somebody is likelier to come again than not, and cannot be called lost. */
const EVEN_CHANCE = 50;

/**
 * Classes whose windows do not widen from A to D: who bought lately enough for A would not be recent enough for B,
 * or nobody who bought could ever be D before B is over (S01-S04). Equal windows only leave a class empty.
 */
export const checkClasses: Check = ({ insights, care }, complain) => {
  complain(insights.classBDays < insights.classA.days, 'class_windows', 'insights.classBDays');
  complain(insights.classBDays > care.dormantDays, 'class_dormant', 'insights.classBDays');
};

/** Nobody of high value, or more than everybody of high and middle value (S08). */
export const checkValue: Check = ({ insights: { value } }, complain) => {
  complain(value.highPercent < 1, 'value_shares', 'insights.value.highPercent');
  complain(value.highPercent + value.middlePercent > 100, 'value_shares', 'insights.value.middlePercent');
};

/** Lost while likelier to come again than not (S25). */
export const checkLost: Check = ({ insights: { lost } }, complain) =>
  complain(lost.alivePercent > EVEN_CHANCE, 'lost_likely', 'insights.lost.alivePercent');

/** A better band that is easier to reach than the one below it (S14); equal limits leave a band empty. */
export const checkRfm: Check = ({ insights: { rfm } }, complain) => {
  if (rfm.thresholds === null) return;
  const { recencyDays, bills, money } = rfm.thresholds;
  // Fewer days are better, so the limits of recency go down.
  const axes = { recencyDays: recencyDays.map((days) => -days), bills, money };
  for (const [axis, limits] of Object.entries(axes))
    for (const [at, limit] of limits.entries()) {
      const before = limits[at - 1] ?? limit;
      complain(limit < before, 'rfm_order', `insights.rfm.thresholds.${axis}.${at}`);
    }
};

import type { CareScript, Festival, TaskKind } from '@domain/care/task';
import type { ReasonLeaf } from '@domain/complaints/reasons';
import type { OpenHours, RfmThresholds, TimeBand } from '@domain/settings/shop-rules';
import type { Dimension } from '@domain/surveys/survey';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../lib/dimension-words';
import { useReasonWord } from '../../lib/reason-words';
import { useWeekdays } from '../../lib/use-weekdays';
import { clock, openHours } from './draft/kinds';
import { draftOfLimits, RFM_AXES } from './draft/limits';

/** Rules of one kind in the history: what they are called, and what one of them says as a whole. */
export interface RuleWords {
  readonly label: string;
  /** `rule` as `ruleDifferences` has written it. */
  readonly say: (rule: unknown) => string;
}

/** The rules of the service desk in words, by how their paths begin. */
export function useServiceWords(): Readonly<Record<string, RuleWords>> {
  const { t } = useTranslation(['settings', 'care', 'complaints', 'surveys']);
  const reasonWord = useReasonWord();
  const dimensionName = useDimensionName();
  const sayHours = useHoursWords();
  const unlessOff = (what: string, active: boolean) => (active ? what : t('history.stopped', { what }));

  const reason = ({ id, group, name, active }: ReasonLeaf) => {
    const words = { group: t(`complaints:group.${group}`), name: reasonWord(id, name) };
    return unlessOff(t('history.in_group', words), active);
  };
  const dimension = ({ id, group, name, active }: Dimension) => {
    const words = { group: t(`surveys:group.${group}`), name: dimensionName({ id, name }) };
    return unlessOff(t('history.in_group', words), active);
  };
  const festival = ({ calendar, gift, active, ...on }: Festival) => {
    const what = t('history.festival_on', { ...on, calendar: t(`festivals.by.${calendar}`) });
    return unlessOff(gift === '' ? what : t('history.with_gift', { what, gift }), active);
  };
  const script = ({ kind, cause, content, name, text }: CareScript) => {
    const use = [
      t(`care:kind.${kind}`),
      ...(cause === null ? [] : [t(`care:cause.${cause}`)]),
      t(`care:content.${content}`),
    ];
    return t('history.script_says', { name, use: use.join(t('list')), text });
  };
  const band = ({ from, to, hint }: TimeBand) =>
    t('history.band_at', { from: clock.show(from), to: clock.show(to), hint });
  const kinds = (off: readonly TaskKind[]) => off.map((kind) => t(`care:kind.${kind}`)).join(t('list'));

  const limits = (thresholds: RfmThresholds | null) => {
    if (thresholds === null) return t('insights.by_fifths');
    const typed = draftOfLimits(thresholds);
    return RFM_AXES.map((axis) =>
      t('insights.limits_of', { axis: t(`insights.limit.${axis}`), limits: typed[axis].join(' / ') }),
    ).join(t('list'));
  };

  return {
    'complaints.reasons': { label: t('history.reason'), say: said(reason) },
    'care.festivals': { label: t('history.festival'), say: said(festival) },
    'care.scripts': { label: t('history.script'), say: said(script) },
    'care.off': { label: t('field.care.off'), say: said(kinds) },
    'surveys.dimensions': { label: t('history.dimension'), say: said(dimension) },
    timeBands: { label: t('history.band'), say: said(band) },
    'insights.rfm.thresholds': { label: t('insights.limits'), say: said(limits) },
    'hours.weekly': { label: t('field.hours.weekly'), say: said(sayHours) },
  };
}

/** What stands at such a path was written by `ruleDifferences`, so it is what the path says. */
const said =
  <T>(say: (rule: T) => string) =>
  (rule: unknown): string =>
    say(rule as T);

/** A week of opening hours; days after each other with the same hours are said once. */
function useHoursWords(): (weekly: readonly (OpenHours | null)[]) => string {
  const { t } = useTranslation('settings');
  const weekdays = useWeekdays('short');
  return (weekly) => {
    const hours = weekly.map((day) => (day === null ? t('hours.closed') : openHours.show(day)));
    const runs: { first: number; last: number; hours: string }[] = [];
    for (const [day, said] of hours.entries()) {
      const run = runs.at(-1);
      if (run?.hours === said) run.last = day;
      else runs.push({ first: day, last: day, hours: said });
    }
    const [all] = runs;
    if (runs.length === 1 && all !== undefined) return t('hours.every', { hours: all.hours });
    const word = (day: number) => weekdays[day]?.word ?? '';
    return runs
      .map(({ first, last, hours: said }) => {
        const span = t('hours.from_to', { first: word(first), last: word(last) });
        return t('hours.of', { days: first === last ? word(first) : span, hours: said });
      })
      .join(t('and'));
  };
}

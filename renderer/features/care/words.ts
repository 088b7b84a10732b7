import type { Held, TaskRow } from '@contract/care';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/store-context';

/** Why a task waits, and what ends it, in one sentence. */
export function useHeldWords(): (held: Held) => string {
  const { t } = useTranslation('care');
  const format = useFormat();
  return (held) => {
    switch (held.why) {
      case 'budget':
        return held.keptFor === null
          ? t('held.budget', { count: held.used, from: format.date(held.from) })
          : t('held.kept', { kind: t(`kind.${held.keptFor}`), from: format.date(held.from) });
      case 'quiet':
        return t('held.quiet', { until: format.time(held.until) });
      case 'open_complaint':
        return t('held.open_complaint', { number: held.number });
      case 'put_off':
        return t('held.put_off', { until: format.date(held.until) });
      default:
        return t(`held.${held.why}`);
    }
  };
}

type Said = Pick<TaskRow, 'kind' | 'about' | 'facts'>;

/** The fact it was made from, and its day or its figures; empty where the kind says it all. */
export function useFactWords(): (task: Said) => string {
  const { t } = useTranslation('care');
  const format = useFormat();
  return ({ kind, about, facts }) => {
    const parts = about === '' ? [] : [about];
    if (facts.years !== null) parts.push(t('why.years', { count: facts.years }));
    if (facts.silentDays !== null)
      parts.push(t(kind === 'nurture' ? 'why.joined' : 'why.silent', { count: facts.silentDays }));
    else if (facts.on !== null) parts.push(format.date(facts.on));
    if (facts.usualDays !== null) parts.push(t('why.usual', { count: facts.usualDays }));
    return parts.join(' · ');
  };
}

/** Why somebody is called, in one sentence: the kind, and what is known of this very case. */
export function useWhyWords(): (task: Said) => string {
  const { t } = useTranslation('care');
  const facts = useFactWords();
  return (task) => [t(`why.${task.kind}`), facts(task)].filter((part) => part !== '').join(' · ');
}

/** How long a task may wait: `today`, `until Fri 27 Nov`, `since Mon 9 Nov`. */
export function useDueWords(): (task: Pick<TaskRow, 'dueOn' | 'lastDay'>) => string {
  const { t } = useTranslation('care');
  const format = useFormat();
  return ({ dueOn, lastDay }) => {
    if (dueOn > format.today) return t('due.from', { date: format.date(dueOn) });
    if (lastDay === format.today) return t('due.last');
    return dueOn === format.today ? t('due.today') : t('due.until', { date: format.date(lastDay) });
  };
}

/** How a task ended, and why, when it was dropped. */
export function useEndWords(): (task: Pick<TaskRow, 'state' | 'ended'>) => string {
  const { t } = useTranslation('care');
  const format = useFormat();
  return ({ state, ended }) => {
    if (ended === null) return t(`state.${state}`);
    const how = ended.because === null ? t(`state.${state}`) : t(`dropped.${ended.because}`);
    return [how, ended.words, format.dateTime(ended.at)].filter((part) => part !== '').join(' · ');
  };
}

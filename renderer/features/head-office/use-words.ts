import { useTranslation } from 'react-i18next';
import { bytes } from '../../lib/bytes';
import { useFormat } from '../../lib/store-context';
import { useWeekdays } from '../../lib/use-weekdays';
import type { HeadOfficeSettings, PacketView, Refused, Standing } from './api';

/** `09:00` */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `每周星期一 09:00` */
export function useScheduleWords(): (schedule: HeadOfficeSettings['schedule']) => string {
  const { t } = useTranslation('headOffice');
  const weekdays = useWeekdays('long');
  return (schedule) => {
    switch (schedule.kind) {
      case 'byHand':
        return t('schedule.byHand');
      case 'weekly': {
        const weekday = weekdays.find(({ day }) => day === schedule.weekday)?.word ?? '';
        return t('schedule.on_weekly', { weekday, hour: hourWords(schedule.hour) });
      }
      default:
        return t(`schedule.on_${schedule.kind}`, { hour: hourWords(schedule.hour) });
    }
  };
}

/** When the next packet is due, or since when it is. */
export function useDueWords(): (due: Standing['due']) => string {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  return ({ state, at }) => (at === null ? t('due.none') : t(`due.${state}`, { when: format.dateTime(at) }));
}

/** `第 3 包 · 增量` */
export function usePacketWords(): (packet: Pick<PacketView, 'sequence' | 'kind'>) => string {
  const { t } = useTranslation('headOffice');
  return ({ sequence, kind }) => t('packet.name', { n: sequence, kind: t(`packet.kind_${kind}`) });
}

/** What happened, what is kept, what to do. */
export function useRefusalWords(): (refusal: Refused) => string {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  return (refusal) => {
    switch (refusal.code) {
      case 'little_room':
        return t('refusal.little_room', { free: bytes(refusal.params.freeBytes) });
      case 'file_not_written':
        return t(`refusal.file_not_written_${refusal.params.why}`);
      case 'answered_already':
        return t(`refusal.answered_already_${refusal.params.state}`);
      case 'unknown_rules':
        return t('refusal.unknown_rules', { at: refusal.params.at });
      case 'invalid_rule':
        return t('refusal.invalid_rule', { at: refusal.params.at });
      case 'plan_conflict':
        return t('refusal.plan_conflict', { date: format.date(refusal.params.effectiveFrom) });
      default:
        return t(`refusal.${refusal.code}`);
    }
  };
}

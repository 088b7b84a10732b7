import { type Instant, instant } from '@domain/units';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTimeWords } from '../../lib/format';
import { StoreContext, useLocale } from '../../lib/store-context';
import { useNow } from '../../lib/use-now';
import type { Backup, Lost } from './api';

/** A moment in words; where no store is open, its zone is not known, and the machine's own stands in. */
export function useMoment(): (at: Instant) => string {
  const store = useContext(StoreContext);
  const locale = useLocale();
  const now = useNow();
  const zone = store?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = { locale, zone, dayStartHour: store?.dayStartHour ?? 0 };
  return (at) => dateTimeWords(instant(at), place, now);
}

/** Where a backup lies, in plain words. */
export function usePlaceWords(): (backup: Pick<Backup, 'where'>) => string {
  const { t } = useTranslation('backups');
  return ({ where }) => t(`where.${where}`);
}

/** `14 笔消费，2 位会员`: what a step would lose, most first. */
export function useLostWords(): (lost: Lost) => string {
  const { t } = useTranslation('backups');
  return (lost) => lost.map(({ kind, rows }) => t(`lost.${kind}`, { count: rows })).join(t('lost.and'));
}

/** Since when: the first thing that would be lost. */
export const lostSince = (lost: Lost): Instant | null =>
  lost.length === 0 ? null : instant(Math.min(...lost.map(({ since }) => since)));

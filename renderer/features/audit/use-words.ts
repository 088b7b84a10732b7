import { type Instant, instant, isBusinessDate } from '@domain/units';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../lib/format';
import { useFormat } from '../../lib/store-context';
import type { AuditRow } from './api';
import type { Value } from './change-rows';

/** Who acted; Shuke itself where nobody did. */
export function useStaffWords(): (staff: AuditRow['staff']) => string {
  const { t } = useTranslation('audit');
  return useCallback((staff) => staff?.name ?? t('shuke'), [t]);
}

/** What an entry is about: its kind and how it is called today. */
export function useSubjectWords(): (subject: AuditRow['subjects'][number]) => string {
  const { t } = useTranslation('audit');
  return useCallback(
    ({ kind, label }) =>
      label === null || label === '' ? t(`subject.${kind}`) : `${t(`subject.${kind}`)} ${label}`,
    [t],
  );
}

/** A value that was set, and the name under which it stands. */
export function useValueWords() {
  const { t, i18n } = useTranslation('audit');
  const format = useFormat();
  const textWords = useCallback(
    (text: string): string => {
      if (isBusinessDate(text)) return format.date(text);
      if (NUMBER_OF_SOMETHING.test(text)) return `${text.slice(0, 8)} …`;
      const known = /^\w{1,40}$/.test(text) && i18n.exists(`audit:value.${text}`);
      return known ? t(`value.${text as 'male'}`) : text;
    },
    [t, i18n, format],
  );
  const say = useCallback(
    (name: string, one: Value): string => {
      if (one === null || one === '') return '—';
      switch (typeof one) {
        case 'boolean':
          return t(one ? 'yes' : 'no');
        case 'number':
          return numberWords(name, one, format.dateTime);
        case 'string':
          return textWords(one);
        default:
          return JSON.stringify(one);
      }
    },
    [t, format, textWords],
  );
  return {
    nameOf: (path: readonly string[]): string =>
      path
        .map((name) => (i18n.exists(`audit:field.${name}`) ? t(`field.${name as 'points'}`) : name))
        .join(' · '),
    /** Empty where it was not there. */
    valueOf: (path: readonly string[], value: Value | undefined): string => {
      const name = path.at(-1) ?? '';
      if (value === undefined) return '';
      return isList(value) ? value.map((one) => say(name, one)).join(', ') || '—' : say(name, value);
    },
  };
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** An id or a hash: its beginning is enough to tell it from another. */
const NUMBER_OF_SOMETHING = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/;

const MONEY = /(?:fen|money|amount|total|paid|allowance|worth|cost|net)$/i;

function numberWords(name: string, value: number, dateTime: (at: Instant) => string): string {
  if (/At$/.test(name) && value > 0) return dateTime(instant(value));
  return MONEY.test(name) ? money(value) : whole(value);
}

import { useTranslation } from 'react-i18next';
import { share, whole } from '../../lib/format';
import { useReasonWord } from '../../lib/reason-words';
import { useFormat } from '../../lib/store-context';
import type { ComplaintStatistics } from './api';
import type { Bar } from './components/statistics/bars';

const MINUTE_MS = 60_000;
type Spread = NonNullable<ComplaintStatistics['toResponse']>;
type OnTime = ComplaintStatistics['response'];

/** The figures of the statistics as bars, each with its words. */
export function useBars(said: ComplaintStatistics) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const wordOf = useReasonWord();
  const onTime = useOnTimeWords();

  const reasons: Bar[] = said.byReason.map(({ group, reason, reasonName, count, before }) => ({
    id: reason,
    name: wordOf(reason, reasonName),
    count,
    label: t('statistics.with_before', { count: whole(count), before: whole(before) }),
    row: `${t(`group.${group}`)} · ${wordOf(reason, reasonName)}`,
    cells: [whole(count), whole(before)],
  }));
  const hours: Bar[] = said.byHour.map((count, hour) => ({
    id: String(hour),
    name: String(hour),
    row: String(hour),
    count,
    label: whole(count),
    cells: [whole(count)],
  }));
  const months: Bar[] = said.byMonth.map(({ month, count, response, resolution }) => ({
    id: month,
    name: format.month(month),
    row: format.month(month),
    count,
    label:
      count === 0
        ? '0'
        : t('statistics.month_label', {
            count: whole(count),
            response: onTime(response),
            resolution: onTime(resolution),
          }),
    cells: [whole(count), ...[response, resolution].flatMap((each) => [onTime(each), ofWords(each)])],
  }));
  const spread = (of: Spread): Bar[] => {
    const word = (minutes: number) => format.span(minutes * MINUTE_MS);
    return of.bins.map((count, bin) => {
      const [from, to] = [of.edges[bin - 1], of.edges[bin]];
      const name =
        to === undefined
          ? t('statistics.over', { from: word(from ?? 0) })
          : from === undefined
            ? t('statistics.up_to', { to: word(to) })
            : t('statistics.between', { from: word(from), to: word(to) });
      return {
        id: String(bin),
        name,
        row: name,
        count,
        label: count === 0 ? '0' : `${whole(count)} · ${share(count, of.of)}`,
        cells: [whole(count), share(count, of.of)],
      };
    });
  };
  return { reasons, hours, months, spread };
}

/** `94.0%`, or a dash where nothing can be judged yet. */
export function useOnTimeWords(): (of: OnTime) => string {
  return ({ onTime, of }) => (of === 0 ? '—' : share(onTime, of));
}

const ofWords = ({ onTime, of }: OnTime): string => (of === 0 ? '—' : `${whole(onTime)}/${whole(of)}`);

import type { SegmentRule } from '@domain/segments/segment';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clusterName } from './cluster-words';
import { monthNameWords } from './format';
import { useSay } from './phrase';
import { segmentWords, type Telling } from './segment-words';
import { useLocale } from './store-context';
import { useRead } from './use-read';

/** What rules are told with in this store and language. */
export function useTelling(): Telling {
  const { t } = useTranslation(['segments', 'common']);
  const say = useSay();
  const locale = useLocale();
  const staff = useRead('staff', 'list', {}).data;
  const clusters = useRead('insights', 'clusters', {}).data;
  return useMemo(
    () => ({
      t,
      month: (month) => monthNameWords(month, locale),
      staff: (wanted) => staff?.find(({ id }) => id === wanted)?.name ?? null,
      cluster: (wanted) => {
        const found = clusters?.clusters.find(({ cluster }) => String(cluster) === wanted);
        return found === undefined ? null : say(clusterName(found));
      },
    }),
    [t, say, locale, staff, clusters],
  );
}

/** A rule in one plain sentence, wherever one is shown. */
export function useSegmentWords(): (rule: SegmentRule) => string {
  const telling = useTelling();
  return (rule) => segmentWords(rule, telling);
}

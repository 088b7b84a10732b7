import type { ClustersFinding } from '@domain/insights/findings';
import type { TFunction } from 'i18next';

/** A group that was found by itself, named by its centre (S15): `第 1 群：最近来过，常来，花得多`. */
export const clusterName = (
  { cluster, words }: Pick<ClustersFinding['clusters'][number], 'cluster' | 'words'>,
  t: TFunction<readonly ['segments', 'common']>,
): string =>
  t('segments:cluster.name', {
    number: cluster + 1,
    recency: t(`segments:cluster.recency.${words.recency}`),
    frequency: t(`segments:cluster.frequency.${words.frequency}`),
    money: t(`segments:cluster.money.${words.money}`),
  });

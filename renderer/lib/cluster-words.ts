import type { ClustersFinding } from '@domain/insights/findings';
import type { Phrase } from './phrase';

/** A group that was found by itself, named by its centre (S15): `第 1 群：最近来过，常来，花得多`. */
export const clusterName = ({
  cluster,
  words,
}: Pick<ClustersFinding['clusters'][number], 'cluster' | 'words'>): Phrase => ({
  key: 'segments:cluster.name',
  values: {
    number: cluster + 1,
    recency: { key: `segments:cluster.recency.${words.recency}` },
    frequency: { key: `segments:cluster.frequency.${words.frequency}` },
    money: { key: `segments:cluster.money.${words.money}` },
  },
});

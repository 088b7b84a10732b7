import type { ClustersFinding } from '@domain/insights/findings';
import { ruleOfCluster } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { clusterName } from '../../../../lib/cluster-words';
import { useSay } from '../../../../lib/phrase';
import type { Table } from '../../../../lib/table';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useClusters } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

/** Groups that the figures themselves fall into (S15), named by what is usual in them. */
export function Clusters({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.clusters')} asOf={asOf} takesFocus={false}>
      <Answered of={useClusters()}>
        {(finding) =>
          finding.chosen === null ? (
            <p className={page.note}>{t('clusters.unclear')}</p>
          ) : (
            <Groups finding={finding} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

function Groups({ finding: { clusters, silhouettes, chosen } }: { readonly finding: ClustersFinding }) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const table: Table = {
    title: t('clusters.question'),
    columns: [
      { name: t('head.group'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('clusters.recency'), kind: 'whole' },
      { name: t('clusters.bills'), kind: 'decimal' },
      { name: t('clusters.money'), kind: 'money' },
    ],
    rows: clusters.map(({ cluster, members, words, recencyDays, bills, money: spent }) => {
      const title = clusterName({ cluster, words });
      return {
        id: String(cluster),
        cells: [say(title), members, Math.round(recencyDays), bills, Math.round(spent)],
        behind: { title, rule: ruleOfCluster(cluster) },
      };
    }),
  };
  const chosenFit = silhouettes.find(({ k }) => k === chosen)?.silhouette;
  return (
    <Question
      table={table}
      why={t('clusters.why', {
        tried: silhouettes.map(({ k, silhouette }) => `${k}: ${silhouette.toFixed(2)}`).join(' · '),
      })}
      answer={t('clusters.answer', {
        count: clusters.length,
        fit: t(
          chosenFit === undefined || chosenFit < 0.25
            ? 'clusters.fit.weak'
            : chosenFit < 0.5
              ? 'clusters.fit.fair'
              : 'clusters.fit.clear',
        ),
      })}
    />
  );
}

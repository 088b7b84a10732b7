import { PARTS } from '@domain/members/completeness';
import type { SegmentRule } from '@domain/segments/segment';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { turnTable, useFiguresView } from '../../../lib/figures-view';
import { share, whole } from '../../../lib/format';
import { useFunctionKeys } from '../../../lib/function-keys';
import { type Phrase, useSay } from '../../../lib/phrase';
import type { Table } from '../../../lib/table';
import { BarList } from '../../../ui/bar-list';
import { Question } from '../../../ui/question';
import { useTableExport } from '../../../ui/table-export';
import type { Standing } from '../api';
import classes from './quality.module.css';

const betweenPercent = (from: number, to: number): SegmentRule => ({
  all: [{ any: [{ kind: 'number', fact: 'completeness', from, to, not: false }] }],
});

/** What the score is made of, and how the members are spread over it; the figures open their members. */
export function Overview({ standing: { members, completeness } }: { readonly standing: Standing }) {
  const { t } = useTranslation(['quality', 'common']);
  const say = useSay();
  const { asTable } = useFiguresView();
  const exporting = useTableExport();
  useFunctionKeys([
    {
      key: 'F4',
      word: t(asTable ? 'common:figures.chart' : 'common:figures.table'),
      run: turnTable,
      active: asTable,
    },
    exporting.key,
  ]);
  const parts = useMemo(
    (): Table => ({
      title: t('parts.title'),
      columns: [
        { name: t('parts.part'), kind: 'text' },
        { name: t('parts.points'), kind: 'whole' },
        { name: t('parts.known'), kind: 'whole' },
        { name: t('parts.share'), kind: 'percent' },
      ],
      rows: completeness.parts.map(({ part, known, points }) => ({
        id: part,
        cells: [t(`part.${part}`), points, known, members === 0 ? 0 : known / members],
      })),
    }),
    [t, completeness.parts, members],
  );
  const tens = useMemo(
    (): Table => ({
      title: t('tens.title'),
      columns: [
        { name: t('tens.score'), kind: 'text' },
        { name: t('tens.members'), kind: 'whole' },
      ],
      rows: completeness.byTens.map((count, ten) => {
        const [from, to] = [ten * 10, ten === 9 ? 100 : ten * 10 + 9];
        const band: Phrase = { key: 'quality:tens.band', values: { from, to } };
        return {
          id: String(ten),
          cells: [say(band), count],
          behind: { title: { key: 'quality:tens.behind', values: { band } }, rule: betweenPercent(from, to) },
        };
      }),
    }),
    [t, say, completeness.byTens],
  );
  return (
    <div className={classes.pane}>
      {exporting.note}
      <Question
        table={parts}
        why={t('parts.why')}
        chart={
          <BarList
            label={parts.title}
            full={members}
            bars={completeness.parts.map(({ part, known }) => ({
              id: part,
              name: t(`part.${part}`),
              value: known,
              words: share(known, members),
              more: t('parts.of', { points: PARTS[part] }),
            }))}
          />
        }
      />
      <Question
        table={tens}
        why={t('tens.why')}
        chart={
          <BarList
            label={tens.title}
            bars={completeness.byTens.map((count, ten) => ({
              id: String(ten),
              name: String(tens.rows[ten]?.cells[0]),
              value: count,
              words: whole(count),
              behind: tens.rows[ten]?.behind,
            }))}
          />
        }
      />
    </div>
  );
}

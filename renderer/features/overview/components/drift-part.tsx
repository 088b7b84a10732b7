import { ruleOfDrift } from '@domain/insights/rules-of';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { type Phrase, useSay } from '../../../lib/phrase';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { BarList } from '../../../ui/bar-list';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { useViews, type Views } from '../api';
import classes from './overview.module.css';

/** Who changed the class since last week; as old as the last run. */
export function DriftPart() {
  const { t } = useTranslation('overview');
  return (
    <Awaited of={useViews()} skeleton={<Bones rows={4} height={30} />}>
      {(views) =>
        views === null ? (
          <section aria-label={t('question.drift')}>
            <h2 className={classes.title}>{t('question.drift')}</h2>
            <p className={classes.quiet}>{t('drift.no_run')}</p>
          </section>
        ) : (
          <Drift views={views} />
        )
      }
    </Awaited>
  );
}

function Drift({ views: { drift, asOf } }: { readonly views: Views }) {
  const { t } = useTranslation('overview');
  const say = useSay();
  const format = useFormat();
  const moves = useMemo(
    () =>
      [...drift.up, ...drift.down].map(({ from, to, members }) => {
        const title: Phrase = { key: 'overview:drift.move', values: { from: from ?? '', to } };
        return { id: `${from}${to}`, title, members, rule: ruleOfDrift(from, to) };
      }),
    [drift],
  );
  const table = useMemo<Table>(
    () => ({
      title: t('question.drift'),
      columns: [
        { name: t('head.move'), kind: 'text' },
        { name: t('head.members'), kind: 'whole' },
      ],
      rows: moves.map(({ id, title, members, rule }) => ({
        ...{ id, cells: [say(title), members], behind: { title, rule } },
      })),
    }),
    [t, say, moves],
  );
  const sum = (pairs: typeof drift.up) => whole(pairs.reduce((all, { members }) => all + members, 0));
  return (
    <Question
      table={table}
      why={t('why.drift')}
      answer={t('drift.answer', { up: sum(drift.up), down: sum(drift.down), date: format.date(asOf) })}
      chart={
        <BarList
          label={t('question.drift')}
          bars={moves.map(({ id, title, members, rule }) => ({
            ...{ id, name: say(title), value: members, words: whole(members), behind: { title, rule } },
          }))}
        />
      }
    />
  );
}

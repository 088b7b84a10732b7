import { ruleOfClass, ruleOfDrift } from '@domain/insights/rules-of';
import { CLASSES, type CustomerClass } from '@domain/insights/words';
import { useTranslation } from 'react-i18next';
import { change, share, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { BehindFigure } from '../../../../ui/behind';
import { FiguresPage } from '../../../../ui/figures-page';
import { HeatTable } from '../../../../ui/heat-table';
import { Question } from '../../../../ui/question';
import { useRules, useViews } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Views = NonNullable<Reply<'insights', 'views'>>;

/** How loyal the members are (S01-S04), what each class needs (S06), and who moved since last week. */
export function Classes({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.classes')} asOf={asOf} takesFocus={false}>
      <Answered of={useViews()}>
        {(views) => (
          <>
            <HowMany views={views} />
            <WhatToDo views={views} />
            <Drift drift={views.drift} />
          </>
        )}
      </Answered>
    </FiguresPage>
  );
}

function HowMany({ views: { classes, members } }: { readonly views: Views }) {
  const { t } = useTranslation(['insights', 'segments']);
  const say = useSay();
  const { data } = useRules();
  const table: Table = {
    title: t('insights:classes.question'),
    columns: [
      { name: t('insights:head.class'), kind: 'text' },
      { name: t('insights:head.members'), kind: 'whole' },
      { name: t('insights:head.share'), kind: 'percent' },
      { name: t('insights:head.week_before'), kind: 'whole' },
    ],
    rows: classes.map((each) => {
      const title: Phrase = { key: `segments:choice.class.${each.class}` };
      return {
        id: each.class,
        cells: [say(title), each.members, members === 0 ? 0 : each.members / members, each.before],
        behind: { title, rule: ruleOfClass(each.class) },
      };
    }),
    total: [
      t('insights:head.total'),
      members,
      members === 0 ? 0 : 1,
      sum(classes.map(({ before }) => before)),
    ],
  };
  const rules = data?.rules;
  return (
    <Question
      table={table}
      why={
        rules === undefined
          ? null
          : t('insights:classes.why', {
              purchases: rules.insights.classA.purchases,
              daysA: rules.insights.classA.days,
              daysB: rules.insights.classBDays,
              daysC: rules.care.dormantDays,
            })
      }
      chart={
        <BarList
          label={table.title}
          bars={classes.map((each, index) => ({
            id: each.class,
            name: t(`segments:choice.class.${each.class}`),
            value: each.members,
            words: t('insights:people', { count: each.members, people: whole(each.members) }),
            more: `${share(each.members, members)} · ${t('insights:classes.since_week', {
              change: change(each.members - each.before),
            })}`,
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}

/** Each class by itself: whose list it is, and what they should hear from the shop (S06). */
function WhatToDo({ views: { classes } }: { readonly views: Views }) {
  const { t } = useTranslation(['insights', 'segments']);
  return (
    <section className={page.part} aria-label={t('insights:classes.to_do')}>
      <h2 className={page.heading}>{t('insights:classes.to_do')}</h2>
      <ul className={page.cards}>
        {classes.map((each) => (
          <li key={each.class} className={page.card}>
            <h3>{t(`segments:choice.class.${each.class}`)}</h3>
            <p>{t(`insights:classes.do.${each.class}`)}</p>
            <BehindFigure
              title={{
                key: 'insights:classes.service_list',
                values: { class: { key: `segments:choice.class.${each.class}` } },
              }}
              rule={ruleOfClass(each.class)}
            >
              {t('insights:classes.open_list', { count: each.members, people: whole(each.members) })}
            </BehindFigure>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who moved from one class to another within the week: rows are where they were, columns where they are. */
function Drift({ drift }: { readonly drift: Views['drift'] }) {
  const { t } = useTranslation(['insights', 'segments']);
  const say = useSay();
  const moves = [...drift.up, ...drift.down, ...drift.joined];
  const froms: readonly (CustomerClass | null)[] = [...CLASSES, null];
  const most = Math.max(1, ...moves.map(({ members }) => members));
  const nameOf = (from: CustomerClass | null): Phrase =>
    from === null ? { key: 'insights:drift.nobody_yet' } : { key: `segments:choice.class.${from}` };
  const wordOf = (from: CustomerClass | null) => say(nameOf(from));
  const titleOf = (from: CustomerClass | null, to: CustomerClass): Phrase => ({
    key: 'insights:drift.moved',
    values: { from: nameOf(from), to: nameOf(to) },
  });
  const at = (from: CustomerClass | null, to: CustomerClass) =>
    moves.find((move) => move.from === from && move.to === to)?.members ?? 0;
  const table: Table = {
    title: t('insights:drift.question'),
    columns: [
      { name: t('insights:drift.how'), kind: 'text' },
      { name: t('insights:head.members'), kind: 'whole' },
    ],
    rows: moves.map(({ from, to, members }) => ({
      id: `${from} ${to}`,
      cells: [say(titleOf(from, to)), members],
      behind: { title: titleOf(from, to), rule: ruleOfDrift(from, to) },
    })),
  };
  const [up, down] = [drift.up, drift.down].map((some) => sum(some.map(({ members }) => members)));
  return (
    <Question
      table={table}
      why={t('insights:drift.why')}
      answer={t('insights:drift.answer', {
        up: whole(up ?? 0),
        down: whole(down ?? 0),
        stayed: whole(drift.stayed),
      })}
      chart={
        <HeatTable
          label={table.title}
          corner={t('insights:drift.corner')}
          columns={CLASSES.map(wordOf)}
          rows={froms.map((from) => ({
            id: String(from),
            name: wordOf(from),
            cells: CLASSES.map((to) => {
              const members = at(from, to);
              if (from === to) return null;
              return members === 0
                ? { words: '0', shade: 0 }
                : {
                    words: whole(members),
                    shade: members / most,
                    behind: { title: titleOf(from, to), rule: ruleOfDrift(from, to) },
                  };
            }),
          }))}
        />
      }
    />
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

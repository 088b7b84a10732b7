import type { ParetoFinding } from '@domain/insights/findings';
import { ruleOfValue } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { money, share, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { usePareto, useRules, useViews } from '../../api';
import { Answered } from '../answered';
import { CurveChart } from '../curve-chart';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Views = NonNullable<Reply<'insights', 'views'>>;

/** Who brings the money (S08), and how near the shop is to the 80/20 rule (S07). */
export function ValueLevels({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.value')} asOf={asOf} takesFocus={false}>
      <Answered of={useViews()}>{(views) => <Levels values={views.values} />}</Answered>
      <Answered of={usePareto()}>
        {(pareto) =>
          pareto.buyers === 0 ? (
            <p className={page.note}>{t('pareto.nobody')}</p>
          ) : (
            <EightyTwenty pareto={pareto} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

function Levels({ values }: { readonly values: Views['values'] }) {
  const { t } = useTranslation(['insights', 'segments']);
  const say = useSay();
  const { data } = useRules();
  const table: Table = {
    title: t('insights:value.question'),
    columns: [
      { name: t('insights:head.value'), kind: 'text' },
      { name: t('insights:head.members'), kind: 'whole' },
      { name: t('insights:head.money_year'), kind: 'money' },
      { name: t('insights:head.money_share'), kind: 'percent' },
    ],
    rows: values.map(({ value, members, money: spent, moneyPerMille }) => {
      const title: Phrase = { key: `segments:choice.value.${value}` };
      return {
        id: value,
        cells: [say(title), members, spent, moneyPerMille / 1000],
        behind: { title, rule: ruleOfValue(value) },
      };
    }),
  };
  const rules = data?.rules.insights.value;
  return (
    <Question
      table={table}
      why={
        rules === undefined
          ? null
          : t('insights:value.why', { high: rules.highPercent, middle: rules.middlePercent })
      }
      chart={
        <BarList
          label={table.title}
          full={1000}
          bars={values.map(({ value, members, money: spent, moneyPerMille }, index) => ({
            id: value,
            name: t(`segments:choice.value.${value}`),
            value: moneyPerMille,
            words: t('insights:people', { count: members, people: whole(members) }),
            more: t('insights:value.brings', { share: share(moneyPerMille, 1000), money: money(spent) }),
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    >
      <p>{t('insights:value.do')}</p>
    </Question>
  );
}

/** Every tenth of the buyers: enough to read a curve by. */
const TENTHS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

function EightyTwenty({ pareto }: { readonly pareto: ParetoFinding }) {
  const { t } = useTranslation('insights');
  const table: Table = {
    title: t('pareto.question'),
    columns: [
      { name: t('pareto.best'), kind: 'percent' },
      { name: t('head.money_share'), kind: 'percent' },
    ],
    rows: TENTHS.slice(1).map((percent) => ({
      id: String(percent),
      cells: [percent / 100, (pareto.curve[percent] ?? 0) / 1000],
    })),
  };
  const isNear = Math.abs(pareto.topFifth - 800) <= 50;
  return (
    <Question
      table={table}
      why={t('pareto.why')}
      answer={t(
        isNear ? 'pareto.answer_near' : pareto.topFifth > 800 ? 'pareto.answer_more' : 'pareto.answer_less',
        {
          share: share(pareto.topFifth, 1000),
          buyers: whole(pareto.buyers),
          for80: share(pareto.forFourFifths, 1000),
        },
      )}
      chart={
        <CurveChart
          label={table.title}
          xWord={t('pareto.x')}
          yWord={t('pareto.y')}
          upTo={100}
          points={pareto.curve.map((perMille, percent) => ({ x: percent, y: perMille / 10 }))}
          marks={[
            { x: 20, words: t('pareto.mark', { share: share(pareto.topFifth, 1000) }) },
            { y: 80, words: t('pareto.rule') },
          ]}
        />
      }
    />
  );
}

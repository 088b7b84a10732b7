import type { ModelFinding } from '@domain/insights/findings';
import { ruleOfClass, ruleOfForetold, ruleOfStage } from '@domain/insights/rules-of';
import { EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { roughMoney, share, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import type { Table } from '../../../../lib/table';
import { Asked } from '../../../../ui/asked';
import { BarList } from '../../../../ui/bar-list';
import { BehindFigure } from '../../../../ui/behind';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useModel, useWorth } from '../../api';
import { Answered } from '../answered';
import { BackTest } from '../back-test';
import { TooLittle } from '../enough';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Worth = NonNullable<Reply<'insights', 'worth'>>;

/** What the coming 12 months should bring, by class and by stage (S16), beside how well the model foretold before. */
export function Future({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  const worth = useWorth();
  return (
    <FiguresPage label={t('worth_pages.future')} asOf={asOf} takesFocus={false}>
      <Answered of={useModel()}>
        {(model) =>
          model.enough ? (
            <>
              <Sum model={model} />
              <Answered of={worth}>{(found) => <ByGroup worth={found} />}</Answered>
              <BackTest of={model.backTest} />
            </>
          ) : model.didNotConverge ? (
            <p className={page.note}>{t('enough.no_fit')}</p>
          ) : (
            <TooLittle buyers={model.repeatBuyers} needed={model.needed} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

function Sum({ model }: { readonly model: Extract<ModelFinding, { enough: true }> }) {
  const { t } = useTranslation('insights');
  return (
    <Asked title={t('future.title')} why={t('future.why')}>
      <span className={page.number}>
        {model.expectedMoney === null
          ? t('future.purchases', { purchases: whole(Math.round(model.expectedPurchases)) })
          : roughMoney(model.expectedMoney)}
      </span>
      <p className={page.note}>
        {model.expectedMoney === null
          ? t('future.no_money')
          : t('future.from', { purchases: whole(Math.round(model.expectedPurchases)) })}
      </p>
      <p>
        <BehindFigure
          title={{ key: 'insights:future.best' }}
          rule={ruleOfForetold(EVERYBODY)}
          order="expected_money"
        >
          {t('future.who')}
        </BehindFigure>
      </p>
    </Asked>
  );
}

interface Group {
  readonly id: string;
  readonly name: Phrase;
  readonly members: number;
  readonly purchases: number;
  readonly money: number | null;
  readonly rule: SegmentRule;
}

function ByGroup({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation('insights');
  return (
    <>
      <Groups
        title={t('future.by_class')}
        head={t('head.class')}
        groups={worth.byClass.map((each) => ({
          ...each,
          id: each.class,
          name: { key: `segments:choice.class.${each.class}` },
          rule: ruleOfClass(each.class),
        }))}
      />
      <Groups
        title={t('future.by_stage')}
        head={t('head.stage')}
        groups={worth.byStage
          // Who never bought is in none of the model's numbers.
          .filter(({ stage }) => stage !== 'attract')
          .map((each) => ({
            ...each,
            id: each.stage,
            name: { key: `segments:choice.stage.${each.stage}` },
            rule: ruleOfStage(each.stage),
          }))}
      />
    </>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly head: string;
  readonly groups: readonly Group[];
}

function Groups({ title, head, groups }: GroupsProps) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const all = groups.reduce((sum, each) => sum + (each.money ?? 0), 0);
  const table: Table = {
    title,
    columns: [
      { name: head, kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('future.expected_purchases'), kind: 'decimal' },
      { name: t('future.expected_money'), kind: 'money' },
      { name: t('future.each'), kind: 'money' },
    ],
    rows: groups.map(({ id, name, members, purchases, money: expected, rule }) => ({
      id,
      cells: [
        say(name),
        members,
        purchases,
        expected,
        expected === null || members === 0 ? null : Math.round(expected / members),
      ],
      behind: {
        title: { key: 'insights:future.list', values: { group: name } },
        rule: ruleOfForetold(rule),
        order: 'expected_money',
      },
    })),
  };
  return (
    <Question
      table={table}
      why={t('future.why')}
      chart={
        <BarList
          label={title}
          bars={groups.map(({ id, name, members, purchases, money: expected }, index) => ({
            id,
            name: say(name),
            value: expected ?? purchases,
            words:
              expected === null
                ? t('future.purchases', { purchases: whole(Math.round(purchases)) })
                : roughMoney(expected),
            more: `${expected === null ? '' : `${share(expected, all)} · `}${t('people', {
              count: members,
              people: whole(members),
            })}`,
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}

import type { RfmFinding } from '@domain/insights/findings';
import { ruleOfRfmGroup, ruleOfScores } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../../lib/format';
import { type Phrase, useSay } from '../../../../lib/phrase';
import type { Answered as Reply } from '../../../../lib/rooms';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { HeatTable } from '../../../../ui/heat-table';
import { Question } from '../../../../ui/question';
import { useRfm, useViews } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type RfmViews = NonNullable<Reply<'insights', 'views'>>['rfm'];

/** Last purchase, number, money (S14): the eight groups, the grid of scores, and the cut-offs that make both. */
export function Rfm({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  const views = useViews();
  return (
    <FiguresPage label={t('customers.rfm')} asOf={asOf} takesFocus={false}>
      <Answered of={useRfm()}>
        {(finding) =>
          finding.members === 0 ? (
            <p className={page.note}>{t('rfm.nobody')}</p>
          ) : (
            <>
              <Answered of={views}>
                {({ rfm }) => (
                  <>
                    <Groups rfm={rfm} finding={finding} />
                    <Grid rfm={rfm} />
                  </>
                )}
              </Answered>
              <CutOffs finding={finding} />
            </>
          )
        }
      </Answered>
    </FiguresPage>
  );
}

function Groups({ rfm: { groups }, finding }: { readonly rfm: RfmViews; readonly finding: RfmFinding }) {
  const { t } = useTranslation(['insights', 'segments']);
  const say = useSay();
  const table: Table = {
    title: t('insights:rfm.question'),
    columns: [
      { name: t('insights:head.group'), kind: 'text' },
      { name: t('insights:head.members'), kind: 'whole' },
      { name: t('insights:head.money_year'), kind: 'money' },
      { name: t('insights:head.to_do'), kind: 'text' },
    ],
    rows: groups.map(({ group, members, money: spent }) => {
      const title: Phrase = { key: `segments:choice.rfm_group.${group}` };
      return {
        id: group,
        cells: [say(title), members, spent, t(`insights:rfm.do.${group}`)],
        behind: { title, rule: ruleOfRfmGroup(group) },
      };
    }),
  };
  return (
    <Question
      table={table}
      why={t('insights:rfm.why', {
        days: whole(Math.round(finding.mean.recencyDays)),
        bills: finding.mean.bills.toFixed(1),
        money: money(Math.round(finding.mean.money)),
      })}
      chart={
        <BarList
          label={table.title}
          bars={groups.map(({ group, members }, index) => ({
            id: group,
            name: t(`segments:choice.rfm_group.${group}`),
            value: members,
            words: t('insights:people', { count: members, people: whole(members) }),
            more: t(`insights:rfm.do.${group}`),
            behind: table.rows[index]?.behind,
          }))}
        />
      }
    />
  );
}

const BANDS = [5, 4, 3, 2, 1];

/** Rows from the latest buyers down, columns from the most frequent on. */
function Grid({ rfm: { grid } }: { readonly rfm: RfmViews }) {
  const { t } = useTranslation('insights');
  const say = useSay();
  const most = Math.max(1, ...grid.map(({ members }) => members));
  const titleOf = (recency: number, frequency: number): Phrase => ({
    key: 'insights:rfm.cell',
    values: { recency, frequency },
  });
  const table: Table = {
    title: t('rfm.grid_question'),
    columns: [
      { name: t('rfm.scores'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('head.money_year'), kind: 'money' },
    ],
    rows: grid.map(({ recency, frequency, members, money: spent }) => ({
      id: `${recency} ${frequency}`,
      cells: [say(titleOf(recency, frequency)), members, spent],
      behind: { title: titleOf(recency, frequency), rule: ruleOfScores(recency, frequency) },
    })),
  };
  return (
    <Question
      table={table}
      why={t('rfm.grid_why')}
      chart={
        <HeatTable
          label={table.title}
          corner={t('rfm.corner')}
          columns={BANDS.map((band) => t('rfm.frequency', { band }))}
          rows={BANDS.map((recency) => ({
            id: String(recency),
            name: t('rfm.recency', { band: recency }),
            cells: BANDS.map((frequency) => {
              const members =
                grid.find((cell) => cell.recency === recency && cell.frequency === frequency)?.members ?? 0;
              return {
                words: whole(members),
                shade: members / most,
                ...(members === 0
                  ? {}
                  : {
                      behind: { title: titleOf(recency, frequency), rule: ruleOfScores(recency, frequency) },
                    }),
              };
            }),
          }))}
        />
      }
    />
  );
}

/** From what on a member has which score: by shares of the members, or as the owner has set it. */
function CutOffs({ finding }: { readonly finding: RfmFinding }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { recencyDays: days, bills, money: spent } = finding;
  // The cut-offs stand from band 2 up; the lowest band is what is beyond the first of them.
  const table: Table = {
    title: t('rfm.cuts_question'),
    columns: [
      { name: t('rfm.score'), kind: 'text' },
      { name: t('rfm.last_within'), kind: 'text' },
      { name: t('rfm.bills_from'), kind: 'text' },
      { name: t('rfm.money_from'), kind: 'text' },
    ],
    rows: BANDS.map((band) => {
      const at = band - 2;
      const [day, bill, fen] = [days[at], bills[at], spent[at]];
      return {
        id: String(band),
        cells:
          day === undefined || bill === undefined || fen === undefined
            ? [String(band), t('rfm.beyond'), t('rfm.less'), t('rfm.less')]
            : [
                String(band),
                t('rfm.days', { count: Math.floor(day) }),
                t('rfm.bills', { count: Math.ceil(bill) }),
                money(Math.round(fen)),
              ],
      };
    }),
  };
  return (
    <Question
      table={table}
      why={t('rfm.cuts_why')}
      answer={t(finding.byThreshold ? 'rfm.by_threshold' : 'rfm.by_quantile', {
        from: format.date(finding.from),
        to: format.date(finding.to),
      })}
    >
      <p className={page.note}>{t('rfm.where')}</p>
    </Question>
  );
}

import type { SurvivalFinding } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import type { Table } from '../../../../lib/table';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useSurvival } from '../../api';
import { Answered } from '../answered';
import { CurveChart } from '../curve-chart';
import { TooLittle } from '../enough';
import type { PageProps } from '../indexed-part';

/** How long members stay away between two purchases: Kaplan-Meier, with its interval (S19). */
export function Gaps({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('leaving.gaps')} asOf={asOf} takesFocus={false}>
      <Answered of={useSurvival()}>
        {(survival) =>
          survival.enough ? (
            <Curve of={survival} />
          ) : (
            <TooLittle buyers={survival.repeatBuyers} needed={survival.needed} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

type Enough = Extract<SurvivalFinding, { enough: true }>;
/** The chart shows where things happen: so many times the median, but a season at least. */
const MEDIANS_SHOWN = 12;
const SEASON = 90;
const MONTH = 30;
/** Points of the curve that the table tells. */
const TOLD = [7, 14, 30, 60, 90, 180, 365];

function Curve({ of: { curve, medianDays, gaps, censored } }: { readonly of: Enough }) {
  const { t } = useTranslation('insights');
  const last = curve.at(-1)?.day ?? 0;
  /** The curve is a stair: between two of its steps holds the earlier one. */
  const at = (day: number) => curve.findLast((step) => step.day <= day);
  const table: Table = {
    title: t('gaps.question'),
    columns: [
      { name: t('gaps.after'), kind: 'text' },
      { name: t('gaps.waiting'), kind: 'percent' },
      { name: t('gaps.low'), kind: 'percent' },
      { name: t('gaps.high'), kind: 'percent' },
      { name: t('gaps.at_risk'), kind: 'whole' },
    ],
    rows: TOLD.filter((day) => day <= last).flatMap((day) => {
      const step = at(day);
      return step === undefined
        ? []
        : [
            {
              id: String(day),
              cells: [
                t('gaps.days', { count: day }),
                step.waiting / 1000,
                step.low / 1000,
                step.high / 1000,
                step.atRisk,
              ],
            },
          ];
    }),
  };
  const month = at(MONTH);
  const wanted = Math.max(SEASON, medianDays === null ? last : medianDays * MEDIANS_SHOWN);
  const shownUpTo = Math.ceil(wanted / MONTH) * MONTH;
  return (
    <Question
      table={table}
      why={t('gaps.why', { gaps: whole(gaps), censored: whole(censored) })}
      answer={[
        medianDays === null ? t('gaps.no_median') : t('gaps.median', { count: medianDays }),
        month === undefined ? null : t('gaps.month', { share: Math.round(100 - month.waiting / 10) }),
      ]
        .filter((words) => words !== null)
        .join(' ')}
      chart={
        <CurveChart
          label={table.title}
          xWord={t('gaps.x')}
          yWord={t('gaps.y')}
          upTo={shownUpTo}
          points={[
            { x: 0, y: 100, band: [100, 100] },
            ...curve
              .filter(({ day }) => day <= shownUpTo)
              .map(({ day, waiting, low, high }) => ({
                x: day,
                y: waiting / 10,
                band: [low / 10, high / 10] as const,
              })),
          ]}
          marks={medianDays === null ? [] : [{ x: medianDays, words: t('gaps.half', { count: medianDays }) }]}
          stairs
        />
      }
    />
  );
}

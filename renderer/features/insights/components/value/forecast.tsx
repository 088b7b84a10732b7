import type { ForecastFinding } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { money, roughMoney, share, whole } from '../../../../lib/format';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useForecast } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Enough = Extract<ForecastFinding, { enough: true }>;

/** What next month should bring (S20), and what such a forecast would have said of the months that are known. */
export function Forecast({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('worth_pages.forecast')} asOf={asOf} takesFocus={false}>
      <Answered of={useForecast()}>
        {(forecast) =>
          forecast.enough ? (
            <>
              <Months of={forecast} />
              <Tested of={forecast} />
            </>
          ) : (
            <p className={page.note}>
              {t('forecast.too_little', { count: forecast.months, needed: forecast.needed })}
            </p>
          )
        }
      </Answered>
    </FiguresPage>
  );
}

/** So many known months stand above what is foretold. */
const SHOWN = 12;

function Months({ of }: { readonly of: Enough }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const known = of.months.slice(-SHOWN);
  const foretold = [of.current, of];
  const table: Table = {
    title: t('forecast.question', { month: format.month(of.month) }),
    columns: [
      { name: t('head.month'), kind: 'text' },
      { name: t('head.money'), kind: 'money' },
      { name: t('forecast.low'), kind: 'money' },
      { name: t('forecast.high'), kind: 'money' },
      { name: t('head.bills'), kind: 'whole' },
    ],
    rows: [
      ...known.map(({ month, money: came, bills }) => ({
        id: month,
        cells: [format.month(month), came, null, null, bills],
      })),
      ...foretold.map(({ month, money: { expected, low, high }, bills }) => ({
        id: month,
        cells: [
          t('forecast.foretold', { month: format.month(month) }),
          expected,
          low,
          high,
          Math.round(bills.expected),
        ],
      })),
    ],
  };
  return (
    <Question
      table={table}
      why={t(of.bySeason ? 'forecast.why_season' : 'forecast.why', { cover: of.coverPercent })}
      answer={t('forecast.answer', {
        month: format.month(of.month),
        money: roughMoney(of.money.expected),
        low: roughMoney(of.money.low),
        high: roughMoney(of.money.high),
        bills: whole(Math.round(of.bills.expected)),
        cover: of.coverPercent,
      })}
      chart={
        <BarList
          label={table.title}
          bars={[
            ...known.map(({ month, money: came, bills }) => ({
              id: month,
              name: format.month(month),
              value: came,
              words: money(came),
              more: t('forecast.bills', { count: bills, bills: whole(bills) }),
            })),
            {
              id: of.current.month,
              name: t('forecast.this_month', { month: format.month(of.current.month) }),
              value: of.current.moneySoFar,
              mark: of.current.money.expected,
              words: money(of.current.moneySoFar),
              more: t('forecast.so_far', { money: roughMoney(of.current.money.expected) }),
            },
            {
              id: of.month,
              name: t('forecast.foretold', { month: format.month(of.month) }),
              value: of.money.expected,
              words: roughMoney(of.money.expected),
              more: t('forecast.between', { low: roughMoney(of.money.low), high: roughMoney(of.money.high) }),
              isOpen: true,
            },
          ]}
        />
      }
    />
  );
}

/** Months foretold from those before them alone; the naive word is "as last month". */
function Tested({ of: { backTest, error, naiveError } }: { readonly of: Enough }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const table: Table = {
    title: t('forecast.tested_question'),
    columns: [
      { name: t('head.month'), kind: 'text' },
      { name: t('forecast.was_foretold'), kind: 'money' },
      { name: t('forecast.came'), kind: 'money' },
      { name: t('forecast.naive'), kind: 'money' },
    ],
    rows: backTest.map(({ month, money: tested }) => ({
      id: month,
      cells: [format.month(month), tested.foretold, tested.real, tested.naive],
    })),
  };
  const isBetter = error.money !== null && naiveError.money !== null && error.money < naiveError.money;
  return (
    <Question
      table={table}
      why={t('forecast.tested_why')}
      answer={
        error.money === null || naiveError.money === null
          ? t('forecast.untested')
          : t('forecast.tested', {
              count: backTest.length,
              error: share(error.money, 1000),
              naive: share(naiveError.money, 1000),
              verdict: t(isBetter ? 'forecast.better' : 'forecast.worse'),
            })
      }
    />
  );
}

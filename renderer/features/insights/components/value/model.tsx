import type { ModelFinding } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import type { Table } from '../../../../lib/table';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useModel, useRules } from '../../api';
import { Answered } from '../answered';
import { BackTest } from '../back-test';
import { TooLittle } from '../enough';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type Enough = Extract<ModelFinding, { enough: true }>;

/** How it is reckoned, for the curious: parameters, papers, and how well it foretold (S16). */
export function Model({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('worth_pages.model')} asOf={asOf} takesFocus={false}>
      <Answered of={useModel()}>
        {(model) =>
          model.enough ? (
            <>
              <Parameters of={model} />
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

function Parameters({ of: { purchases, money, buyers, repeatBuyers, unitDays } }: { readonly of: Enough }) {
  const { t } = useTranslation('insights');
  const { data } = useRules();
  const row = (name: string, value: number, means: string) => ({ id: name, cells: [name, value, means] });
  const table: Table = {
    title: t('model.question'),
    columns: [
      { name: t('model.parameter'), kind: 'text' },
      { name: t('model.value'), kind: 'decimal' },
      { name: t('model.means'), kind: 'text' },
    ],
    rows: [
      row('r', purchases.r, t('model.is.r')),
      row('α', purchases.alpha, t('model.is.alpha', { count: unitDays })),
      row('a', purchases.a, t('model.is.a')),
      row('b', purchases.b, t('model.is.b')),
      row('LL', purchases.logLikelihood, t('model.is.likelihood')),
      ...(money === null
        ? []
        : [
            row('p', money.p, t('model.is.p')),
            row('q', money.q, t('model.is.q')),
            row('γ', money.gamma, t('model.is.gamma')),
            row('LL (γγ)', money.logLikelihood, t('model.is.money_likelihood')),
          ]),
    ],
  };
  return (
    <Question
      table={table}
      why={t('model.papers')}
      answer={t('model.answer', { buyers: whole(buyers), repeat: whole(repeatBuyers) })}
    >
      <p className={page.note}>
        {money === null ? t('model.no_money') : null}{' '}
        {data === undefined
          ? null
          : t('model.horizon', { discount: data.rules.insights.yearlyDiscountPercent })}
      </p>
    </Question>
  );
}

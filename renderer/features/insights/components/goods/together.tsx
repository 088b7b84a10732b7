import type { ProductsFinding } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useProducts } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

/** What is bought together more often than by chance (S36). */
export function Together({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('goods.together')} asOf={asOf} takesFocus={false}>
      <Answered of={useProducts()}>
        {(found) =>
          found.pairs.length === 0 ? (
            <p className={page.note}>{t('together.nothing')}</p>
          ) : (
            <Pairs of={found} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

/** Bars that one still reads; the table has them all. */
const BARS = 20;
const BY_CHANCE = 1;

function Pairs({ of: { pairs, bills, from, to } }: { readonly of: ProductsFinding }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const named = pairs.map((pair) => ({ ...pair, name: `${pair.one} + ${pair.other}` }));
  const table: Table = {
    title: t('together.question'),
    columns: [
      { name: t('together.pair'), kind: 'text' },
      { name: t('together.lift'), kind: 'decimal' },
      { name: t('together.together'), kind: 'whole' },
      { name: t('together.first'), kind: 'whole' },
      { name: t('together.second'), kind: 'whole' },
    ],
    rows: named.map(({ name, lift, together, withOne, withOther }) => ({
      id: name,
      cells: [name, lift / 100, together, withOne, withOther],
    })),
  };
  return (
    <Question
      table={table}
      why={t('together.why', { from: format.date(from), to: format.date(to), bills: whole(bills) })}
      answer={t('together.answer')}
      chart={
        <BarList
          label={table.title}
          bars={named.slice(0, BARS).map(({ name, lift, together, withOne }) => ({
            id: name,
            name,
            value: lift / 100,
            mark: BY_CHANCE,
            words: t('together.times', { times: (lift / 100).toFixed(1) }),
            more: t('together.of', { together: whole(together), one: whole(withOne) }),
          }))}
        />
      }
    />
  );
}

import type { ProductsFinding } from '@domain/insights/findings';
import { where } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../../lib/format';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { BarList } from '../../../../ui/bar-list';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useProducts } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

/** What is bought again (S24). */
export function Repurchase({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('goods.repurchase')} asOf={asOf} takesFocus={false}>
      <Answered of={useProducts()}>
        {(found) =>
          found.products.length === 0 ? (
            <p className={page.note}>{t('repurchase.nothing')}</p>
          ) : (
            <Products of={found} />
          )
        }
      </Answered>
    </FiguresPage>
  );
}

/** Fewer buyers than these make a share that says nothing. */
const ENOUGH_BUYERS = 20;
/** Bars that one still reads; the table has them all. */
const BARS = 20;
/** The finding is of the last 12 months. */
const YEAR = 365;

function Products({ of: { products, from, to, bills } }: { readonly of: ProductsFinding }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const shareOf = (each: ProductsFinding['products'][number]) =>
    each.buyers === 0 ? 0 : each.again / each.buyers;
  const judged = products.filter(({ buyers }) => buyers >= ENOUGH_BUYERS);
  const best = [...judged].sort((one, other) => shareOf(other) - shareOf(one));
  const rare = products.filter(({ buyers }) => buyers < ENOUGH_BUYERS);
  const table: Table = {
    title: t('repurchase.question'),
    columns: [
      { name: t('head.product'), kind: 'text' },
      { name: t('repurchase.share'), kind: 'percent' },
      { name: t('repurchase.again'), kind: 'whole' },
      { name: t('repurchase.buyers'), kind: 'whole' },
      { name: t('head.bills'), kind: 'whole' },
      { name: t('head.money'), kind: 'money' },
    ],
    rows: [...best, ...rare].map((each) => ({
      id: each.product,
      cells: [each.product, shareOf(each), each.again, each.buyers, each.bills, each.money],
      behind: {
        title: { key: 'insights:repurchase.list', values: { product: each.product } },
        rule: where({ kind: 'bought', product: each.product, times: 1, withinDays: YEAR, not: false }),
      },
    })),
  };
  return (
    <Question
      table={table}
      why={t('repurchase.why', {
        from: format.date(from),
        to: format.date(to),
        bills: whole(bills),
        buyers: ENOUGH_BUYERS,
      })}
      {...(best.length === 0
        ? { answer: t('repurchase.rare', { buyers: ENOUGH_BUYERS }) }
        : {
            chart: (
              <BarList
                label={table.title}
                full={1}
                bars={best.slice(0, BARS).map((each, index) => ({
                  id: each.product,
                  name: each.product,
                  value: shareOf(each),
                  words: share(each.again, each.buyers),
                  more: t('repurchase.of', {
                    again: whole(each.again),
                    buyers: whole(each.buyers),
                  }),
                  behind: table.rows[index]?.behind,
                }))}
              />
            ),
          })}
    />
  );
}

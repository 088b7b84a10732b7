import type { PurchaseRow } from '@contract/purchases';
import { Button } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RowList } from '../../../ui/row-list';
import { usePurchases } from '../api';
import classes from './purchase-list.module.css';

const FIRST = 20;
const MOST = 200;

interface PurchaseListProps {
  readonly memberId: string;
  readonly openId: string | null;
  readonly onOpen: (purchaseId: string) => void;
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

/** What they bought, newest first; Enter opens one. */
export function PurchaseList({ memberId, openId, onOpen, ref }: PurchaseListProps) {
  const { t } = useTranslation('purchases');
  const [limit, setLimit] = useState(FIRST);
  const purchases = usePurchases(memberId, limit);
  return (
    <Awaited
      of={purchases}
      skeleton={<Bones rows={4} height={36} />}
      isEmpty={(page) => page.total === 0}
      empty={<p className={classes.empty}>{t('list.empty')}</p>}
    >
      {(page) => (
        <>
          <RowList
            ref={ref}
            label={t('list.title')}
            rows={page.rows}
            idOf={(row) => row.id}
            openId={openId}
            onOpen={(row) => onOpen(row.id)}
          >
            {(row) => <PurchaseLine row={row} />}
          </RowList>
          {page.total > page.rows.length && limit < MOST ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
              {t('list.more', { count: page.total })}
            </Button>
          ) : null}
        </>
      )}
    </Awaited>
  );
}

function PurchaseLine({ row }: { readonly row: PurchaseRow }) {
  const { t } = useTranslation('purchases');
  const soldAt = useSoldAt();
  const what =
    row.firstProduct === null
      ? (row.receiptNo ?? '')
      : row.lines > 1
        ? t('list.andMore', { product: row.firstProduct, count: row.lines })
        : row.firstProduct;
  return (
    <span className={classes.line} data-undone={row.undone || undefined}>
      <span className={classes.when}>{soldAt(row.boughtAt)}</span>
      <span className={classes.what} title={what}>
        {what}
      </span>
      <span className={classes.saved}>
        {row.discount > 0 ? t('list.discount', { money: money(row.discount) }) : ''}
      </span>
      <span className={classes.state}>
        {row.undone
          ? t('list.undone')
          : row.total > 0 && row.refunded === row.total
            ? t('list.refundedAll')
            : row.refunded > 0
              ? t('list.refunded', { money: money(row.refunded) })
              : change(row.pointsEarned - row.pointsRedeemed)}
      </span>
      <span className={classes.money}>{money(row.paid)}</span>
    </span>
  );
}

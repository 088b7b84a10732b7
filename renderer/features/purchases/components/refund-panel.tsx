import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Panel } from '../../../ui/panel';
import { RowList } from '../../../ui/row-list';
import { usePurchase, usePurchases } from '../api';
import { hasRest } from '../rest';
import { PickLine } from './pick-line';
import classes from './refund.module.css';
import { RefundForm } from './refund-form';

interface RefundPanelProps {
  readonly memberId: string;
  /** The bill that was chosen; null shows the list to choose from. */
  readonly purchaseId: string | null;
  readonly onPick: (purchaseId: string | null) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const CHOICE = 50;

/** First which sale, then how much of it: nothing moves before both are seen and confirmed. */
export function RefundPanel({ memberId, purchaseId, onPick, onDone, onCancel }: RefundPanelProps) {
  const { t } = useTranslation('purchases');
  return purchaseId === null ? (
    <Panel title={t('refund.title')} onCancel={onCancel}>
      <Choice memberId={memberId} onPick={onPick} />
    </Panel>
  ) : (
    <Chosen purchaseId={purchaseId} onDone={onDone} onBack={() => onPick(null)} />
  );
}

function Choice({ memberId, onPick }: { readonly memberId: string; readonly onPick: (id: string) => void }) {
  const { t } = useTranslation('purchases');
  const purchases = usePurchases(memberId, CHOICE);
  const ask = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const there = purchases.data !== undefined;
  const early = useRef(false);
  const begin = useRef(() => {});
  begin.current = () => {
    const first = purchases.data?.rows.find(hasRest);
    if (early.current && first !== undefined) return onPick(first.id);
    // By itself the browser brings the list to the top edge, and the question out of sight.
    list.current?.focus({ preventScroll: true });
    ask.current?.scrollIntoView?.({ block: 'start' });
  };
  // Whoever is quicker than the list means its first row, and nothing else on the screen may take their Enter.
  useLayoutEffect(() => ask.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (there) begin.current();
  }, [there]);
  return (
    <>
      <p
        ref={ask}
        className={classes.ask}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Enter') early.current = !there;
        }}
      >
        {t('refund.which')}
      </p>
      <Awaited
        of={purchases}
        skeleton={<Bones rows={6} height={36} />}
        isEmpty={(page) => !page.rows.some(hasRest)}
        empty={<p className={classes.ask}>{t('refund.nothing')}</p>}
      >
        {(page) => (
          <RowList
            ref={list}
            label={t('refund.which')}
            rows={page.rows.filter(hasRest)}
            idOf={(row) => row.id}
            onOpen={(row) => onPick(row.id)}
          >
            {(row) => <PickLine row={row} />}
          </RowList>
        )}
      </Awaited>
    </>
  );
}

interface ChosenProps {
  readonly purchaseId: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

function Chosen({ purchaseId, onDone, onBack }: ChosenProps) {
  const { t } = useTranslation('purchases');
  const purchase = usePurchase(purchaseId);
  return (
    <Awaited of={purchase} skeleton={<Bones rows={6} height={36} />}>
      {(bill) =>
        bill === null ? (
          <Panel title={t('refund.title')} onCancel={onBack}>
            <p role="alert">{t('refundRefusal.purchase_gone')}</p>
          </Panel>
        ) : (
          <RefundForm key={bill.id} bill={bill} onDone={onDone} onBack={onBack} />
        )
      }
    </Awaited>
  );
}

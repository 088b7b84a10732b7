import type { MemberCard as Card } from '@contract/members';
import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { LogHelp } from '../../features/complaints/components/log-help';
import { MemberCard } from '../../features/members/components/member-card';
import { PurchaseList } from '../../features/purchases/components/purchase-list';
import { Awaited } from '../../ui/awaited';
import { KeyButton } from '../../ui/key-button';
import { KeyCap } from '../../ui/key-cap';
import classes from './counter.module.css';
import { begin, useCounter } from './counter-state';

interface MiddleColumnProps {
  readonly card: UseQueryResult<Card | null, Error>;
  readonly purchases: Ref<HTMLDivElement>;
}

/** The member, and what they bought. */
export function MiddleColumn({ card, purchases }: MiddleColumnProps) {
  const { t } = useTranslation('counter');
  const memberId = useCounter((counter) => counter.memberId);
  const act = useCounter((counter) => counter.act);
  if (memberId === null) return act.kind === 'complaint' ? <ComplaintHelp /> : <NobodyOpen />;
  return (
    <Awaited
      of={card}
      skeleton={<CardBones />}
      isEmpty={(data) => data === null}
      empty={<p className={classes.empty}>{t('memberGone')}</p>}
    >
      {(data) => (data === null ? null : <OpenMember card={data} purchases={purchases} />)}
    </Awaited>
  );
}

function OpenMember({ card, purchases }: { readonly card: Card; readonly purchases: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('counter');
  const navigate = useNavigate();
  const act = useCounter((counter) => counter.act);
  return (
    <>
      <MemberCard
        card={card}
        onEdit={() => begin({ kind: 'edit' })}
        onComplaints={() => void navigate({ to: '/complaints' })}
      />
      {act.kind === 'complaint' ? <ComplaintHelp /> : null}
      <section className={classes.history} aria-label={t('history')}>
        <h2 className={classes.historyTitle}>
          {t('history')} <KeyCap>F10</KeyCap>
        </h2>
        <PurchaseList
          key={card.id}
          ref={purchases}
          memberId={card.id}
          openId={act.kind === 'refund' || act.kind === 'bill' ? act.purchaseId : null}
          onOpen={(purchaseId) => begin({ kind: 'bill', purchaseId })}
        />
      </section>
    </>
  );
}

/** Beside the form, where the eye is while the customer speaks; narrower windows have it in the form. */
const ComplaintHelp = () => (
  <div className={classes.help}>
    <LogHelp />
  </div>
);

function NobodyOpen() {
  const { t } = useTranslation('counter');
  return (
    <div className={classes.nobody}>
      <p className={classes.teach}>{t('teach')}</p>
      <KeyButton
        cap="F1"
        variant="default"
        onClick={() => begin({ kind: 'signUp', name: '', phone: '' })}
        tabIndex={-1}
      >
        {t('signUp')}
      </KeyButton>
    </div>
  );
}

const CardBones = () => (
  <div className={classes.bones} aria-hidden="true">
    <Skeleton height={36} width="40%" animate={false} />
    <Skeleton height={20} width="55%" mt={4} animate={false} />
    <Skeleton height={36} width="50%" mt={12} animate={false} />
    <Skeleton height={88} mt={24} animate={false} />
  </div>
);

import type { MemberCard as Card } from '@contract/members';
import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { CareLine } from '../../features/care/components/care-line';
import { LogHelp } from '../../features/complaints/components/log-help';
import { openComplaint } from '../../features/complaints/desk-state';
import { CouponGlance } from '../../features/coupons/components/coupon-glance';
import { TimeHint } from '../../features/handbook/components/time-hint';
import { MemberWorth } from '../../features/insights/components/member-worth';
import { MemberCard } from '../../features/members/components/member-card';
import { BalanceWhy } from '../../features/points/components/balance-why';
import { Lots } from '../../features/points/components/lots';
import { ClaimHint } from '../../features/pos/components/claim-hint';
import { PurchaseList } from '../../features/purchases/components/purchase-list';
import { AllowedDiscount } from '../../features/tiers/components/allowed-discount';
import { StandingLine } from '../../features/tiers/components/standing-line';
import { TierRights } from '../../features/tiers/components/tier-rights';
import { TierWhy } from '../../features/tiers/components/tier-why';
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
        whyTier={() => <TierWhy memberId={card.id} />}
        whyBalance={() => <BalanceWhy memberId={card.id} />}
        whyLapse={() => <Lots memberId={card.id} />}
        loyalty={
          <>
            {act.kind === 'complaint' ? <LogHelpInCard /> : null}
            <Loyalty card={card} />
          </>
        }
        worth={<MemberWorth memberId={card.id} />}
        onTier={() => begin({ kind: 'tier' })}
        onEdit={() => begin({ kind: 'edit' })}
        onRights={() => begin({ kind: 'rights', view: 'menu' })}
        onTrail={() => begin({ kind: 'trail' })}
        onComplaints={(complaintId) => {
          openComplaint(complaintId);
          void navigate({ to: '/complaints' });
        }}
      />
      <section className={classes.history} aria-label={t('history')}>
        <h2 className={classes.historyTitle}>
          {t('history')} <KeyCap>F10</KeyCap>
          <ClaimHint onPress={() => begin({ kind: 'claim', receipt: null })} />
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

/** What the member may have, in the words of the features that know it. */
function Loyalty({ card }: { readonly card: Card }) {
  return (
    <>
      <AllowedDiscount rights={card.standing.rights} memberDayPercent={card.memberDayPercent} />
      <StandingLine standing={card.standing} />
      <TierRights rights={card.standing.rights} adviserName={card.adviser?.name ?? null} />
      <CouponGlance coupons={card.coupons} onOpen={() => begin({ kind: 'coupons', giving: false })} />
      <CareLine memberId={card.id} onOpen={() => begin({ kind: 'care', form: null })} />
    </>
  );
}

/** Beside the form, where the eye is while the customer speaks; narrower windows have it in the form. */
const ComplaintHelp = () => (
  <div className={classes.help}>
    <LogHelp />
  </div>
);

/** High enough that even a full card does not push it below the window's edge. */
const LogHelpInCard = () => (
  <div className={classes.helpInCard}>
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
      <TimeHint />
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

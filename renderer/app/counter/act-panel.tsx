import type { MemberCard } from '@contract/members';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ComponentProps, lazy, Suspense } from 'react';
import { useOfferedReceipt } from '../../features/clipboard/use-offered-receipt';
import { CouponPanel } from '../../features/coupons/components/coupon-panel';
import { useCustomerConsent } from '../../features/display/use-customer-consent';
import { ConsentSection } from '../../features/members/components/consent-section';
import { EditPanel } from '../../features/members/components/edit-panel';
import { SignUpPanel } from '../../features/members/components/sign-up-panel';
import { PointsPanel } from '../../features/points/components/points-panel';
import { ClaimPanel } from '../../features/pos/components/claim-panel';
import { HeldReceipt } from '../../features/pos/components/held-receipt';
import { useRules } from '../../features/purchases/api';
import { BillPanel } from '../../features/purchases/components/bill-panel';
import { ReceiptPanel } from '../../features/purchases/components/receipt-panel';
import { RefundPanel } from '../../features/purchases/components/refund-panel';
import { SalePanel } from '../../features/purchases/components/sale-panel';
import { SaleResult } from '../../features/purchases/components/sale-result';
import { PrintSlipButton } from '../../features/slips/components/print-slip-button';
import { SurveyHint } from '../../features/surveys/components/survey-hint';
import { TierPanel } from '../../features/tiers/components/tier-panel';
import { Awaited } from '../../ui/awaited';
import { Bones } from '../../ui/bones';
import {
  askAmount,
  askCustomer,
  attempted,
  back,
  begin,
  finish,
  focusBox,
  layCoupon,
  layReceipt,
  leaveMember,
  openBill,
  openMember,
  record,
  showSlip,
  type,
  useCounter,
} from './counter-state';
import { ComplaintAct, SurveyAct } from './feedback-acts';

const RightsPanel = lazy(async () => ({
  default: (await import('../../features/rights/components/rights-panel')).RightsPanel,
}));
const Erased = lazy(async () => ({
  default: (await import('../../features/rights/components/erased')).Erased,
}));

const CarePanel = lazy(async () => ({
  default: (await import('../../features/care/components/care-panel')).CarePanel,
}));

const MemberTrail = lazy(async () => ({
  default: (await import('../../features/audit/components/member-trail')).MemberTrail,
}));

/** Barcodes are drawn by a library of some size, which only a slip needs. */
const SlipPanel = lazy(async () => ({
  default: (await import('../../features/slips/components/slip-panel')).SlipPanel,
}));

interface ActPanelProps {
  /** Null when no member is open: a sign-up, a complaint or a survey of someone unknown. */
  readonly card: UseQueryResult<MemberCard | null, Error> | null;
}

/** The right column: features do not know each other, so the counter joins them here. */
export function ActPanel({ card }: ActPanelProps) {
  const act = useCounter((counter) => counter.act);
  const memberId = useCounter((counter) => counter.memberId);
  const member = card?.data ?? null;
  if (act.kind === 'signUp') {
    return (
      <SignUp
        key={`${act.name}|${act.phone}`}
        name={act.name}
        phone={act.phone}
        onDone={openMember}
        onOpenMember={openMember}
        onCancel={back}
      />
    );
  }
  if (act.kind === 'receipt')
    return (
      <ReceiptPanel
        key={act.receiptNo}
        receiptNo={act.receiptNo}
        onOpen={openBill}
        // Who is open may be buying: the till has given the number anew.
        onUse={memberId === null ? null : () => layReceipt(act.receiptNo)}
        onCancel={back}
      />
    );
  // Whose complaint or survey it is must be known before it begins.
  if (card === null || member !== null) {
    const key = member?.id ?? 'walk-in';
    if (act.kind === 'complaint') return <ComplaintAct key={key} member={member} from={act.from} />;
    if (act.kind === 'survey') return <SurveyAct key={key} member={member} purchaseId={act.purchaseId} />;
  }
  if (act.kind === 'claim' && card === null) return <HeldReceipt receipt={act.receipt} onCancel={back} />;
  // Whoever was erased has no card any more; what has become of it is told in their place.
  if (act.kind === 'rights' && memberId !== null && card?.data === null)
    return (
      <Suspense fallback={null}>
        <Erased memberId={memberId} onDone={leaveMember} />
      </Suspense>
    );
  return member === null ? null : <MemberAct member={member} />;
}

/** What the customer agrees to stands on their screen as well as in the panel. */
function SignUp(props: Omit<ComponentProps<typeof SignUpPanel>, 'customer'>) {
  return <SignUpPanel {...props} customer={useCustomerConsent()} />;
}

function MemberAct({ member }: { readonly member: MemberCard }) {
  const act = useCounter((counter) => counter.act);
  const recorded = useCounter((counter) => counter.recorded);
  switch (act.kind) {
    case 'points':
      return <PointsPanel key={member.id} memberId={member.id} onCancel={back} onDone={focusBox} />;
    case 'coupons':
      return (
        <CouponPanel
          key={member.id}
          memberId={member.id}
          giving={act.giving}
          onLay={layCoupon}
          onGive={() => begin({ kind: 'coupons', giving: true })}
          onCancel={back}
        />
      );
    case 'care':
      return (
        <Suspense fallback={null}>
          <CarePanel
            key={member.id}
            memberId={member.id}
            form={act.form}
            onForm={(form) => begin({ kind: 'care', form })}
            onCancel={back}
          />
        </Suspense>
      );
    case 'tier':
      return (
        <TierPanel
          key={member.id}
          memberId={member.id}
          standing={member.standing}
          onDone={finish}
          onCancel={back}
        />
      );
    case 'bill':
      return (
        <BillPanel
          key={act.purchaseId}
          purchaseId={act.purchaseId}
          onRefund={() => begin({ kind: 'refund', purchaseId: act.purchaseId })}
          onBack={back}
        >
          <PrintSlipButton onPress={() => showSlip(act.purchaseId)} />
        </BillPanel>
      );
    case 'slip':
      return (
        <Suspense fallback={null}>
          <SlipPanel key={act.purchaseId} purchaseId={act.purchaseId} onDone={focusBox} onCancel={back} />
        </Suspense>
      );
    case 'refund':
      return (
        <RefundPanel
          key={member.id}
          memberId={member.id}
          purchaseId={act.purchaseId}
          onPick={(purchaseId) => begin({ kind: 'refund', purchaseId })}
          onDone={focusBox}
          onCancel={back}
        />
      );
    case 'claim':
      return (
        <ClaimPanel
          key={member.id}
          memberId={member.id}
          receipt={act.receipt}
          onPick={(receipt) => begin({ kind: 'claim', receipt })}
          onClaimed={record}
          onCancel={back}
        />
      );
    case 'trail':
      return (
        <Suspense fallback={null}>
          <MemberTrail key={member.id} memberId={member.id} onCancel={back} />
        </Suspense>
      );
    case 'rights':
      return (
        <Suspense fallback={null}>
          <RightsPanel
            key={member.id}
            member={member}
            view={act.view}
            onView={(view) => begin({ kind: 'rights', view })}
            consent={
              <ConsentSection
                memberId={member.id}
                given={member.consent}
                who={{ name: member.name, phone: member.phone ?? '' }}
              />
            }
            onOpenMember={openMember}
            onCancel={back}
          />
        </Suspense>
      );
    case 'edit':
      return (
        <EditPanel key={member.id} card={member} onDone={finish} onOpenMember={openMember} onCancel={back} />
      );
    default:
      return recorded === null ? (
        <Sale member={member} />
      ) : (
        <SaleResult
          key={recorded.purchaseId}
          sale={recorded}
          standing={member.standing}
          onUndone={focusBox}
          onAnother={askAmount}
          next={<SurveyHint memberId={member.id} onPress={askCustomer} />}
        >
          <PrintSlipButton onPress={() => showSlip(recorded.purchaseId)} />
        </SaleResult>
      );
  }
}

function Sale({ member }: { readonly member: MemberCard }) {
  const rules = useRules();
  const amountAsked = useCounter((counter) => counter.amountAsked);
  const typed = useCounter((counter) => counter.typed);
  const attempt = useCounter((counter) => counter.attempt);
  const offeredReceipt = useOfferedReceipt(typed.receiptNo === '');
  return (
    <Awaited of={rules} skeleton={<Bones rows={6} height={56} />}>
      {(current) => (
        <SalePanel
          key={member.id}
          buyer={member}
          rules={current.rules}
          typed={typed}
          offeredReceipt={offeredReceipt}
          onTyped={type}
          focusAsked={amountAsked}
          attempt={{ first: attempt, onBegun: attempted }}
          onRecorded={record}
        />
      )}
    </Awaited>
  );
}

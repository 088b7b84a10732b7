import type { Doing } from '@contract/display';
import type { MemberCard } from '@contract/members';
import { stepsForCustomer } from '@domain/slips/price-steps';
import { useIdleWhenLeft, useTellCustomer } from '../../features/display/use-tell-customer';
import { useRules } from '../../features/purchases/api';
import { price } from '../../features/purchases/price';
import { readSale } from '../../features/purchases/sale-form';
import { useFormat } from '../../lib/store-context';
import { useCounter } from './counter-state';

/** Tells the customer's screen what happens at the counter; a sign-up and a survey speak for themselves. */
export function useCustomerSide(member: MemberCard | null): void {
  useTellCustomer(useDoing(member));
  useIdleWhenLeft();
}

function useDoing(member: MemberCard | null): Doing | null {
  const act = useCounter((counter) => counter.act);
  const typed = useCounter((counter) => counter.typed);
  const recorded = useCounter((counter) => counter.recorded);
  const { data: inForce } = useRules();
  const { today } = useFormat();
  if (act.kind === 'signUp' || act.kind === 'survey') return null;
  if (member === null) return { kind: 'idle' };
  if (recorded !== null) return { kind: 'thanks', purchaseId: recorded.purchaseId };
  const memberId = member.id;
  if (act.kind !== 'sale' || inForce === undefined) return { kind: 'member', memberId };
  const { quote } = price(typed, readSale(typed), { buyer: member, rules: inForce.rules, today });
  if (quote === null) return { kind: 'member', memberId };
  return { kind: 'sale', memberId, steps: stepsForCustomer(quote.steps), earns: quote.earned };
}

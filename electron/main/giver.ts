import { refusedOwnCard } from '../../db/domain/staff/second-person';
import type { CommandCx, QueryCx } from './context';

/** Whose day a gift counts against, and by whose role its limit is judged. */
export const giverOf = (cx: QueryCx | CommandCx) => ({
  staffId: cx.staff.id,
  authority: 'authority' in cx ? cx.authority : cx.staff.role,
});

/** Refuses what somebody of the staff would use, give or take on their own card. */
export const refusedOn = (cx: CommandCx, memberId: string | null) =>
  refusedOwnCard(memberId, {
    ownMemberId: cx.staff.ownMemberId,
    approversOwn: cx.approver?.ownMemberId ?? null,
    second: () => cx.secondPerson('cashier'),
  });

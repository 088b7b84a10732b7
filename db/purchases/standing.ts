/** True in SQL while the bill stands: one that went back as a whole is no visit. `and` leaves refunds `r` out of account. */
export const billStands = (bill: string, and = ''): string =>
  `not exists (select 1 from refund r where r.purchase_id = ${bill}.id ${and} group by r.purchase_id having ${wentBack(bill)})`;

/** The same of the refunds `r` of a bill, taken together. */
export const wentBack = (bill: string): string =>
  `max(r.kind <> 'part') = 1 or sum(r.amount_fen) >= ${bill}.total_fen`;

/** True in SQL for a bill that never was: it was undone, or the import that brought it. */
export const wasUndone = (bill: string): string =>
  `exists (select 1 from refund u where u.purchase_id = ${bill}.id and u.kind in ('undo', 'import_undo'))`;

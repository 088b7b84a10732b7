import type { Bill } from './api';

/** As many as there are digits. */
const MOST_PRODUCTS = 9;

export interface ProductChoice {
  readonly product: string;
  readonly purchaseId: string;
}

/** What the member has bought last, each product once with the newest bill that has it; of one bill if that is chosen. */
export function productChoices(bills: readonly Bill[], purchaseId: string | null): readonly ProductChoice[] {
  const among = purchaseId === null ? bills : bills.filter((bill) => bill.purchaseId === purchaseId);
  const choices = new Map<string, ProductChoice>();
  for (const bill of among)
    for (const product of bill.products)
      if (product !== '' && !choices.has(product))
        choices.set(product, { product, purchaseId: bill.purchaseId });
  return [...choices.values()].slice(0, MOST_PRODUCTS);
}

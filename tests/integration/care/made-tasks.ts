import { addTasks, type TaskDraft } from '@db/care/commands';
import type { BusinessDate } from '@domain/units';
import { businessDate } from '@domain/units';
import type { TestShop } from '../../support/shop';

export const TODAY = businessDate('2026-05-18');
export const day = (date: string): BusinessDate => businessDate(date);

/** Makes a task as the morning would, due today for a month unless told; answers its id. */
export async function taskFor(
  shop: TestShop,
  memberId: string,
  draft: Partial<TaskDraft> & Pick<TaskDraft, 'kind'>,
): Promise<string> {
  const { opened, house: staff } = shop.main.app.session.shop();
  const [made] = await opened.db.transaction().execute(async (tx) =>
    addTasks(
      tx,
      [
        {
          memberId,
          occasion: shop.request(),
          content: 'service',
          dueOn: TODAY,
          lastDay: day('2026-06-18'),
          ...draft,
        },
      ],
      { now: shop.clock.now, today: TODAY, staffId: staff.id, newId: shop.request, ruleVersion: 1 },
    ),
  );
  if (made === undefined) throw new Error('made before');
  return made.id;
}

/** Agrees that the shop may send them offers. */
export async function agreesToOffers(shop: TestShop, memberId: string): Promise<void> {
  const given = await shop.client.members.recordConsent(shop.request(), {
    memberId,
    purpose: 'marketing',
    action: 'given',
    textVersion: '2026-11',
    channel: 'counter',
  });
  if (!given.ok) throw new Error(`consent refused: ${given.refusal.code}`);
}

/** The value of a command that must succeed. */
export function done<Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: object },
): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

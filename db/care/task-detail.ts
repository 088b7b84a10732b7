import { openComplaintOf } from '../complaints/queries';
import type { Moment } from '../domain/care/contact';
import { offeredScripts } from '../domain/care/offered';
import type { ShopRules } from '../domain/settings/shop-rules';
import { businessDate, fen } from '../domain/units';
import { billStands } from '../purchases/standing';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { contactsOfTask } from './contact-views';
import { isLive, judged, taskById } from './open-tasks';
import { taskView } from './queries';
import { scriptFacts } from './script-facts';
import { couponGivenFor, lostBy } from './win-back';

/** One task with all that a call needs; null when there is none. */
export async function taskDetail(
  db: Reader,
  taskId: string,
  around: { readonly moment: Moment; readonly rules: ShopRules; readonly staffName: string },
) {
  const { moment, rules, staffName } = around;
  const task = await readOn(db, taskById(taskId));
  if (task === undefined) return null;
  const [judgement] = await readOn(db, judged([task], moment));
  if (judgement === undefined) throw new Error('a task that is judged is judged');
  const addressed = [{ memberId: task.member.id, taskId }];
  const [facts] = await readOn(db, scriptFacts(addressed, { today: moment.today, rules, staff: staffName }));
  const own = await readOn(db, lostBy(taskId));
  const openComplaint = await openComplaintOf(db, task.member.id);
  return {
    ...taskView(task, isLive(task, moment.today) ? judgement.held : null, moment),
    phone: task.member.phone,
    budget: judgement.member.budget,
    scripts:
      facts === undefined
        ? []
        : offeredScripts(
            { kind: task.kind, churnReason: own.churnReason, complaintOpen: openComplaint !== null },
            rules.care.scripts,
            facts,
          ),
    note: task.note,
    ...own,
    last: await readOn(db, lastPurchaseOf(task.member.id)),
    openComplaint,
    coupon: await readOn(db, couponGivenFor(taskId, task.member.id)),
    eventId: task.eventId,
    contacts: await contactsOfTask(db, taskId),
  };
}

const LAST = `select p.business_date, p.total_fen, (select product from purchase_line
    where purchase_id = p.id and product <> '' order by amount_fen desc, line_no limit 1) as product
  from purchase p where p.member_id = +? and ${billStands('p')} order by p.bought_at desc, p.seq desc limit 1`;

/** What a win-back opens with (S62). */
function* lastPurchaseOf(memberId: string) {
  const [row] = yield* rows<{ business_date: string; total_fen: number; product: string | null }>(
    LAST,
    memberId,
  );
  return row === undefined
    ? null
    : { on: businessDate(row.business_date), product: row.product, amount: fen(row.total_fen) };
}

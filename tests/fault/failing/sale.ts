import type { Answer } from '@contract/rpc';
import { chances } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { type Ack, TillWork } from '../support/till-work';
import { wrongAfterCrash, wrongIn } from './open-again';
import { ANSWER_MS, type MakeSubject, type Tried } from './subject';

/** So often the log is moved into the store, so that copies of it stay small. */
const FOLD_EVERY = 10;

/**
 * A sale with points at a till that is open all the time. Whatever it was answered, the same request is made once
 * more when the disk is well: it must be there then, once, and as it was answered first.
 */
export const sale: MakeSubject = async (folder) => {
  const shop = await aShop({ userData: folder });
  const work = new TillWork(shop, chances(1));
  for (let done = 0; done < 10; done += 1) await work.next();
  const memberId = await shop.member('张三', { phone: '13812348812', points: 500 });
  const path = shop.raw().name;
  const acks: Ack[] = [];
  let tries = 0;
  const ring = (requestId: string) =>
    shop.main.route('purchases.record', {
      requestId,
      input: { memberId, gross: 200_00, redeem: 100, receiptNo: '', items: [] },
    });
  return {
    attempt: async (whileFailing) => {
      tries += 1;
      if (tries % FOLD_EVERY === 0) shop.raw().pragma('wal_checkpoint(truncate)');
      const requestId = shop.request();
      const tried = await whileFailing(() => ring(requestId));
      const first = acknowledged(tried, requestId);
      const wrong = [...unexplained(tried), ...(await wrongAfterCrash(path, first))];
      const again = await ringAgain(shop, () => ring(requestId));
      if (!again.ok) return [...wrong, `asked again: ${JSON.stringify(again)}`];
      const ack = { requestId, channel: 'purchases.record', value: again.value };
      acks.push(ack);
      for (const { value } of first)
        if (JSON.stringify(value) !== JSON.stringify(again.value)) wrong.push('the second answer is another');
      shop.reported.length = 0; // each failed call is a report in the log, as it should be
      return wrong;
    },
    end: async () => {
      await shop.main.stop();
      return await wrongIn(path, acks);
    },
  };
};

function acknowledged(tried: Tried<Answer>, requestId: string): Ack[] {
  return tried.ended === 'well' && tried.value.ok
    ? [{ requestId, channel: 'purchases.record', value: tried.value.value }]
    : [];
}

/** Within a second, and a full disk by its name. */
function unexplained(tried: Tried<Answer>): string[] {
  if (tried.ended === 'badly') return [`no answer but an error: ${String(tried.error)}`];
  const { value: answer, fault, failed, ms } = tried;
  const wrong = ms > ANSWER_MS ? [`the answer took ${ms.toFixed(0)} ms`] : [];
  if (failed === 0 && !answer.ok)
    return [...wrong, `refused on a disk that is well: ${JSON.stringify(answer)}`];
  if (fault !== 'ENOSPC' || answer.ok || ('fault' in answer && answer.fault.kind === 'disk_full'))
    return wrong;
  return [...wrong, `of a full disk it says ${JSON.stringify(answer)}`];
}

/** Where main has closed the store because it could not know better, the person has it opened again first. */
async function ringAgain(shop: TestShop, ring: () => Promise<Answer>): Promise<Answer> {
  if ((await shop.client.settings.store({})).state === 'fault') await shop.client.settings.retryStore({});
  return await ring();
}

import { businessDate, type Fen, fen, type Points, points } from '@domain/units';
import { aJpeg } from '../../domain/complaints/jpegs';
import type { TestShop } from '../../support/shop';
import { agreesToOffers } from '../care/made-tasks';
import { logged } from '../complaints/logging';

/** Words that stand nowhere else: whoever finds one of them in a file has found this person. */
export const CANARY = {
  name: '欧阳鹮璟',
  firstName: '欧阳鹮',
  phone: '13987654320',
  firstPhone: '13712340987',
  card: 'CARD778899',
  note: '只喝蝮蘑菇茶',
  tag: '蝮蘑菇',
  occupation: '潜水鸬鹚员',
  interest: '训鹮',
  what: '瓶底有㸚字虫',
  wish: '要㸚字赔礼',
  said: '㸚字已看到',
  result: '㸚字换新',
  survey: '收银鼂很快',
  task: '问鼂茶好不好',
  contact: '加微信因鼂茶',
  outcome: '她说鼂茶好',
  next: '下周再送鼂茶',
  story: '鼂茶让她回来',
  plan: '鼂壶保养',
} as const;

/** The shop's own reason for what it did: sealed in the audit trail, and nowhere else once the person is erased. */
export const REASON = '补鼂壶的分';

/** Throws with the code where something that has to succeed is refused. */
export function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

export const IDENTITY = {
  phoneShared: false,
  birthday: { year: 1987, month: 11, day: 23 },
  gender: 'female' as const,
  source: 'walk_in' as const,
  referrerId: null,
};

/** A sale of so many yuan, with a line. */
export async function buys(shop: TestShop, memberId: string, gross: Fen, redeem: Points = points(0)) {
  const item = { product: '乌龙茶', quantityMilli: 1000, amount: gross, earns: true, fullPrice: true };
  return value(
    await shop.client.purchases.record(shop.request(), {
      ...{ memberId, gross, receiptNo: '', items: [item], redeem },
    }),
  );
}

/** Somebody of whom the store holds everything that it can hold of a person. */
export async function aPerson(
  shop: TestShop,
): Promise<{ memberId: string; complaintId: string; purchaseId: string }> {
  const { client, request } = shop;
  const first = {
    ...IDENTITY,
    name: CANARY.firstName,
    phone: CANARY.firstPhone,
    cardNo: '',
    tags: [],
    note: '',
  };
  const { memberId } = value(
    await client.members.signUp(request(), {
      ...first,
      consent: { personalData: true, marketing: true, textVersion: '2026-11' },
      distinct: true,
    }),
  );
  // What was there before a change must go, too.
  const { name, phone, card: cardNo, note, tag } = CANARY;
  value(
    await client.members.change(request(), { memberId, ...first, name, phone, cardNo, note, tags: [tag] }),
  );
  value(
    await client.members.setProfile(request(), {
      ...{
        memberId,
        occupation: CANARY.occupation,
        income: 'high',
        education: null,
        priceSensitivity: 'low',
      },
      ...{ needs: ['service'], interests: [CANARY.interest] },
    }),
  );
  await agreesToOffers(shop, memberId);
  const { purchaseId } = await buys(shop, memberId, fen(120_00));
  value(await client.points.adjust(request(), { memberId, points: points(500), reason: REASON }));
  await buys(shop, memberId, fen(50_00), points(100));
  const complaintId = await complains(shop, memberId, purchaseId);
  await isCaredFor(shop, memberId, purchaseId);
  return { memberId, complaintId, purchaseId };
}

async function complains(shop: TestShop, memberId: string, purchaseId: string): Promise<string> {
  const { client, request } = shop;
  const { complaintId } = await logged(shop, { memberId, what: CANARY.what, wish: CANARY.wish });
  const jpeg = new Uint8Array(aJpeg({ width: 321 }));
  value(await client.complaints.addPhoto(request(), { complaintId, jpeg }));
  value(await client.complaints.addNote(request(), { complaintId, note: CANARY.said }));
  const solved = await logged(shop, { memberId, purchaseId, what: CANARY.what });
  value(
    await client.complaints.resolve(request(), { complaintId: solved.complaintId, result: CANARY.result }),
  );
  return complaintId;
}

async function isCaredFor(shop: TestShop, memberId: string, purchaseId: string): Promise<void> {
  const { client, request } = shop;
  value(
    await client.surveys.record(request(), {
      ...{ memberId, purchaseId, taskId: null, channel: 'counter', satisfaction: 5, recommend: 10 },
      ...{ scores: {}, note: CANARY.survey, servedBy: null },
    }),
  );
  value(
    await client.care.addTask(request(), {
      ...{
        memberId,
        dueOn: businessDate('2026-05-18'),
        content: 'service',
        note: CANARY.task,
        assignedTo: null,
      },
    }),
  );
  const { contactId } = value(
    await client.care.recordTouch(request(), {
      ...{
        memberId,
        direction: 'out',
        channel: 'counter',
        content: 'service',
        wechatAdded: true,
        text: CANARY.contact,
      },
    }),
  );
  value(
    await client.care.recordOutcome(request(), {
      ...{ contactId, outcome: 'reached', note: CANARY.outcome, nextStep: CANARY.next, nextOn: null },
    }),
  );
  value(await client.handbook.addStory(request(), { memberId, story: CANARY.story, mayShare: true }));
  value(
    await client.care.addPlan(request(), {
      ...{ memberId, what: CANARY.plan, everyMonths: 6, firstOn: businessDate('2026-06-18') },
    }),
  );
}

import { rebuildLookup } from '@db/members/lookup-rows';
import { EVERYBODY, type SegmentRule, where } from '@domain/segments/segment';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { agreesToOffers, day, done, TODAY, taskFor } from '../care/made-tasks';
import { sell } from '../coupons/shop-with-coupons';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

interface Given {
  readonly rule: SegmentRule;
  readonly content: 'service' | 'offer';
  readonly note: string;
  readonly dueOn: ReturnType<typeof day>;
  readonly expected: number;
}
const asked = (part: Partial<Given> = {}) => ({
  ...{ rule: EVERYBODY, segmentId: null, content: 'service' as const, note: '问问新品', dueOn: TODAY },
  expected: 1,
  ...part,
});
const give = (part?: Partial<Given>) => shop.client.segments.giveCare(shop.request(), asked(part));
const preview = (content: 'service' | 'offer') =>
  shop.client.segments.previewCare({ rule: EVERYBODY, content });
const tasks = () =>
  shop.raw().prepare<[], number>("select count(*) from care_task where kind = 'by_hand'").pluck().get();
const settled = () => shop.main.app.work.settled();

function many(size: number): void {
  const ids = insertMembers(shop.raw(), crowd(size));
  shop.raw().prepare("update member set phone = '1390000' || printf('%05d', n), phone_shared = 1").run();
  rebuildLookup(shop.raw(), TODAY);
  shop.main.app.session.shop().lookup.reload();
  expect(ids).toHaveLength(size);
}

describe('S27 a care plan for a segment', () => {
  it('says beforehand who would get a task, and who is left out and why', async () => {
    const zhang = await shop.member('张三', { phone: '13800138001' });
    await agreesToOffers(shop, zhang);
    await shop.member('没留电话');
    const wang = await shop.member('王五', { phone: '13800138003' });
    const taskId = await taskFor(shop, wang, { kind: 'churn' });
    done(await shop.client.care.setCause(shop.request(), { taskId, churnReason: 'died', measure: '' }));
    await shop.member('赵六', { phone: '13800138004' });
    expect(await preview('service')).toEqual({
      ...{ members: 4, tasks: 2 },
      leftOut: [
        { why: 'died', count: 1 },
        { why: 'no_phone', count: 1 },
      ],
    });
    expect(await preview('offer')).toEqual({
      ...{ members: 4, tasks: 1 },
      leftOut: [
        { why: 'died', count: 1 },
        { why: 'no_consent', count: 2 },
      ],
    });
  });

  it('makes one task for each, in the words of whoever asked, and tells what became of it', async () => {
    const zhang = await shop.member('张三', { phone: '13800138001' });
    await shop.member('没留电话');
    const { roundId, members } = done(await give({ dueOn: day('2026-05-20') }));
    expect(members).toBe(2);
    const { tasks: made } = await shop.client.care.ofMember({ memberId: zhang });
    expect(made).toMatchObject([{ kind: 'by_hand', content: 'service', dueOn: '2026-05-20', state: 'open' }]);
    expect(await shop.client.segments.rounds({})).toMatchObject([
      {
        ...{ id: roundId, segment: null, note: '问问新品', state: 'done', members: 2, done: 2, made: 1 },
        leftOut: [{ why: 'no_phone', count: 1 }],
        staffName: '店主',
      },
    ]);
  });

  it('S58 S82 is judged like any task when its day comes: an offer waits for the complaint', async () => {
    const zhang = await shop.member('张三', { phone: '13800138001' });
    await agreesToOffers(shop, zhang);
    const complaint = {
      memberId: zhang,
      purchaseId: null,
      object: 'goods',
      reason: 'goods_spoiled',
    } as const;
    const nothing = { product: '', aboutStaffId: null, severity: 'normal', wish: '' } as const;
    done(
      await shop.client.complaints.log(shop.request(), {
        ...{ ...complaint, ...nothing, channel: 'counter', what: '发霉' },
      }),
    );
    done(await give({ content: 'offer' }));
    const { tasks: made } = await shop.client.care.ofMember({ memberId: zhang });
    expect(made.find(({ kind }) => kind === 'by_hand')?.held).toMatchObject({ why: 'open_complaint' });
  });

  it('is refused without words, for a day gone by, for nobody, for others than were shown, and to a cashier', async () => {
    expect(await give()).toMatchObject({ refusal: { code: 'nobody' } });
    await shop.member('张三', { phone: '13800138001' });
    expect(await give({ note: '' })).toMatchObject({ refusal: { code: 'text_needed' } });
    expect(await give({ dueOn: day('2026-05-17') })).toMatchObject({ refusal: { code: 'due_in_past' } });
    expect(await give({ expected: 2 })).toMatchObject({
      refusal: { code: 'members_changed', params: { members: 1 } },
    });
    expect(await give({ rule: where({ kind: 'yes', fact: 'warned', not: false }) })).toMatchObject({
      refusal: { code: 'nobody' },
    });
    await shop.as('cashier');
    await expect(give()).rejects.toMatchObject({ denial: { code: 'approval_needed', role: 'manager' } });
    expect(tasks()).toBe(0);
  });

  it('for thousands goes on in slices; the counter sells between them, and the same request makes nothing twice', async () => {
    many(1500);
    const request = shop.request();
    const wanted = asked({ expected: 1500 });
    const first = await shop.client.segments.giveCare(request, wanted);
    expect(done(first).members).toBe(1500);
    const someone = shop.raw().prepare<[], string>('select id from member limit 1').pluck().get() ?? '';
    await sell(shop, someone, 3000);
    const [running] = await shop.client.segments.rounds({});
    expect([running?.state, (running?.done ?? 1500) < 1500]).toEqual(['running', true]);
    await settled();
    expect(await shop.client.segments.giveCare(request, wanted)).toEqual(first);
    await settled();
    expect(tasks()).toBe(1500);
    expect(await shop.client.segments.rounds({})).toMatchObject([
      { state: 'done', members: 1500, done: 1500, made: 1500, leftOut: [] },
    ]);
  });

  it('goes on after a restart, and passes by who has left meanwhile', async () => {
    many(900);
    done(await give({ expected: 900 }));
    shop.raw().prepare("update member set state = 'erased' where n = 1").run();
    await shop.main.stop();
    await shop.main.start();
    await settled();
    const [round] = await shop.client.segments.rounds({});
    expect(round).toMatchObject({
      state: 'done',
      done: 900,
      made: 899,
      leftOut: [{ why: 'gone', count: 1 }],
    });
    expect(tasks()).toBe(899);
  });
});

describe('S47 inviting thousands', () => {
  it('is done in slices; called off meanwhile, nobody else is asked', async () => {
    many(1000);
    shop
      .raw()
      .prepare(
        `insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
         select 'c' || n, id, 'marketing', 'given', '1', 'counter', staff_id, 0 from member`,
      )
      .run();
    const plan = await shop.client.invitations.planEvent(shop.request(), {
      ...{ name: '试吃', kind: 'tasting', startsAt: null, place: '', places: null, note: '' },
      heldOn: day('2026-06-01'),
    });
    const { eventId } = done(plan);
    const invited = await shop.client.invitations.invite(shop.request(), {
      ...{ eventId, rule: EVERYBODY, segmentId: null, memberIds: [] },
    });
    expect(done(invited)).toEqual({ invited: 1000 });
    done(await shop.client.invitations.cancelEvent(shop.request(), { eventId }));
    await settled();
    const counts = shop
      .raw()
      .prepare<[], { guests: number; open: number }>(
        `select (select count(*) from event_guest) as guests,
           (select count(*) from care_task where kind = 'invitation' and state = 'open') as open`,
      )
      .get();
    expect(counts?.open).toBe(0);
    expect(counts?.guests).toBeLessThan(1000);
  });
});

import type { invitationsRoom } from '@contract/invitations';
import type { InputOf } from '@contract/rpc';
import { ofTiers, type SegmentRule } from '@domain/segments/segment';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { agreesToOffers, day, done, taskFor } from '../care/made-tasks';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(() => shop.close());

const plan = (rest: Partial<InputOf<(typeof invitationsRoom)['planEvent']>> = {}) =>
  shop.client.invitations.planEvent(shop.request(), {
    name: '新品试吃会',
    kind: 'tasting',
    heldOn: day('2026-06-01'),
    startsAt: 15 * 60,
    place: '店内',
    places: 1,
    note: '',
    ...rest,
  });
const event = async (rest = {}) => done(await plan(rest)).eventId;
const REGULAR = ofTiers(['regular']);
const invite = (eventId: string, memberIds: string[], rule: SegmentRule | null = null) =>
  shop.client.invitations.invite(shop.request(), { eventId, rule, segmentId: null, memberIds });
const say = (eventId: string, memberId: string, state: 'coming' | 'declined' | 'attended' | 'absent') =>
  shop.client.invitations.setGuest(shop.request(), { eventId, memberId, state });
const events = (which: 'coming' | 'past' = 'coming') => shop.client.invitations.events({ which });
const invitationOf = async (memberId: string) => {
  const { tasks } = await shop.client.care.ofMember({ memberId });
  return tasks.find(({ kind }) => kind === 'invitation');
};

/** A member who may be sent offers. */
async function willing(name: string, phone?: string): Promise<string> {
  const member = await shop.member(name, phone === undefined ? {} : { phone });
  await agreesToOffers(shop, member);
  return member;
}

describe('an event of the shop (S47, S53)', () => {
  test('is planned for a day to come, with a name', async () => {
    expect(await plan({ name: '' })).toMatchObject({ refusal: { code: 'text_needed' } });
    expect(await plan({ heldOn: day('2026-05-17') })).toMatchObject({ refusal: { code: 'due_in_past' } });
    await event({ name: '保养日', kind: 'maintenance_day', heldOn: day('2026-06-02'), startsAt: null });
    await event();
    expect(await events()).toMatchObject([
      { name: '新品试吃会', kind: 'tasting', heldOn: '2026-06-01', startsAt: 900, places: 1 },
      { name: '保养日', kind: 'maintenance_day', startsAt: null, state: 'planned' },
    ]);
    shop.clock.advanceDays(15);
    expect(await events()).toMatchObject([{ name: '保养日' }]);
    expect(await events('past')).toMatchObject([{ name: '新品试吃会' }]);
  });

  test('called off it stays to be seen, and nobody is called for it any more', async () => {
    const member = await willing('王芳', '13800138000');
    const eventId = await event();
    done(await invite(eventId, [member]));
    const task = await invitationOf(member);
    done(await shop.client.invitations.cancelEvent(shop.request(), { eventId }));
    expect(await events()).toMatchObject([{ state: 'cancelled' }]);
    expect(await shop.client.care.task({ taskId: task?.id ?? '' })).toMatchObject({
      state: 'dropped',
      ended: { because: 'event_cancelled' },
    });
    expect(await invite(eventId, [member])).toMatchObject({ refusal: { code: 'event_over' } });
    expect(await say(eventId, member, 'coming')).toMatchObject({ refusal: { code: 'event_gone' } });
    expect(await shop.client.invitations.cancelEvent(shop.request(), { eventId })).toMatchObject({
      refusal: { code: 'event_over' },
    });
  });
});

describe('inviting (S47, S54)', () => {
  test('S28 S58 reaches those of the chosen levels who agreed to offers, and says how many did not', async () => {
    const [agreed, also] = [await willing('王芳'), await willing('李娜')];
    await shop.member('赵敏');
    const eventId = await event();
    const preview = () => shop.client.invitations.previewInvitation({ eventId, rule: REGULAR });
    expect(await preview()).toEqual({ members: 2, withoutConsent: 1 });
    expect(await shop.client.invitations.previewInvitation({ eventId, rule: ofTiers(['vip']) })).toEqual({
      members: 0,
      withoutConsent: 0,
    });
    expect(done(await invite(eventId, [], REGULAR))).toEqual({ invited: 2 });
    // Asked once: nobody is asked again, and the one who did not agree is still not.
    expect(await preview()).toEqual({ members: 0, withoutConsent: 1 });
    expect(await invite(eventId, [agreed, also], REGULAR)).toMatchObject({ refusal: { code: 'nobody' } });
    expect(await shop.client.invitations.guests({ eventId })).toMatchObject([
      { memberId: agreed, name: '王芳', state: 'invited' },
      { memberId: also, name: '李娜', state: 'invited' },
    ]);
  });

  test('makes a task for each, an offer with the event in its text, until the day of the event', async () => {
    const member = await willing('王芳', '13800138000');
    const eventId = await event();
    done(await invite(eventId, [member]));
    const row = await invitationOf(member);
    expect(row).toMatchObject({ content: 'offer', dueOn: '2026-05-18', lastDay: '2026-06-01', held: null });
    const task = await shop.client.care.task({ taskId: row?.id ?? '' });
    expect(task?.eventId).toBe(eventId);
    expect(task?.scripts[0]?.text).toBe('王芳您好，6月1日15:00我们办新品试吃会，给您留了位置，您有空来吗？');
  });

  test('S90 passes by who has died', async () => {
    const member = await willing('王芳', '13800138000');
    const taskId = await taskFor(shop, member, { kind: 'by_hand' });
    done(await shop.client.care.setCause(shop.request(), { taskId, churnReason: 'died', measure: '' }));
    const eventId = await event();
    expect(await invite(eventId, [member], REGULAR)).toMatchObject({ refusal: { code: 'nobody' } });
  });

  test('ends with the day of the event', async () => {
    const member = await willing('王芳');
    const eventId = await event();
    shop.clock.advanceDays(15);
    expect(await invite(eventId, [member])).toMatchObject({ refusal: { code: 'event_over' } });
    expect(await invite(shop.request(), [member])).toMatchObject({ refusal: { code: 'event_gone' } });
  });
});

describe('the guests of an event (S47)', () => {
  test('answer, which ends the call; the last place is promised once', async () => {
    const [first, second] = [await willing('王芳', '13800138001'), await willing('李娜', '13800138002')];
    const eventId = await event();
    done(await invite(eventId, [first, second]));
    const task = await invitationOf(first);
    done(await say(eventId, first, 'coming'));
    expect((await shop.client.care.task({ taskId: task?.id ?? '' }))?.state).toBe('done');
    expect(await invitationOf(second)).toBeDefined();
    expect(await say(eventId, second, 'coming')).toMatchObject({
      refusal: { code: 'event_full', params: { places: 1 } },
    });
    done(await say(eventId, first, 'declined'));
    done(await say(eventId, second, 'coming'));
    expect(await events()).toMatchObject([
      { guests: { invited: 0, coming: 1, declined: 1, attended: 0, absent: 0 } },
    ]);
  });

  test('are seen or not from the day on, also one who was not asked', async () => {
    const [first, second] = [await willing('王芳'), await shop.member('李娜')];
    const eventId = await event();
    done(await invite(eventId, [first]));
    expect(await say(eventId, first, 'attended')).toMatchObject({ refusal: { code: 'not_yet' } });
    shop.clock.advanceDays(14);
    done(await say(eventId, first, 'attended'));
    done(await say(eventId, second, 'attended'));
    shop.clock.advanceDays(1);
    done(await say(eventId, second, 'absent'));
    expect(await events('past')).toMatchObject([{ guests: { invited: 0, attended: 1, absent: 1 } }]);
  });

  test('are members of the shop, of an event that there is', async () => {
    const eventId = await event();
    expect(await say(eventId, shop.request(), 'coming')).toMatchObject({ refusal: { code: 'member_gone' } });
    expect(await say(shop.request(), shop.request(), 'coming')).toMatchObject({
      refusal: { code: 'event_gone' },
    });
  });
});

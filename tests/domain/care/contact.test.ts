import { type Asked, decideContact, type Moment, type Reachable } from '@domain/care/contact';
import { CONTACT_CHANNELS, type ContactChannel } from '@domain/care/task';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, instant } from '@domain/units';
import { describe, expect, it } from 'vitest';

const NOON: Moment = {
  now: instant(Date.parse('2026-05-18T12:00:00+08:00')),
  today: businessDate('2026-05-18'),
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
  rules: DEFAULT_RULES.care,
};
const NIGHT: Moment = { ...NOON, now: instant(Date.parse('2026-05-18T22:00:00+08:00')) };
const MEMBER: Reachable = {
  died: false,
  marketing: true,
  dataWithdrawn: false,
  openComplaint: null,
  phone: true,
  wechat: false,
  budget: { used: 0, allowed: 2, left: 2, unanswered: 0, lowered: false },
  serviceDue: [],
};
const LAST_ONE = { used: 1, allowed: 2, left: 1, unanswered: 0, lowered: false };
const asked = (more: Partial<Asked> = {}): Asked => ({
  content: 'service',
  channel: 'phone',
  taskId: 'this',
  putOffUntil: null,
  ...more,
});
const held = (member: Partial<Reachable>, more: Partial<Asked> = {}, moment = NOON) =>
  decideContact({ ...MEMBER, ...member }, asked(more), moment)?.why ?? null;

describe('whether a contact may be made now', () => {
  it('S58 an offer needs marketing consent, service content needs none', () => {
    expect(held({ marketing: false }, { content: 'offer' })).toBe('no_consent');
    expect(held({ marketing: false })).toBeNull();
    expect(held({}, { content: 'offer' })).toBeNull();
  });

  it('says nothing to who has withdrawn the consent to their data, or has died', () => {
    expect(held({ dataWithdrawn: true })).toBe('no_consent');
    expect(held({ died: true })).toBe('died');
  });

  it('S82 no offer while a complaint is not closed; its number is said', () => {
    const complaint = { ...MEMBER, openComplaint: 17 };
    expect(decideContact(complaint, asked({ content: 'offer' }), NOON)).toEqual({
      why: 'open_complaint',
      number: 17,
    });
    expect(held({ openComplaint: 17 })).toBeNull();
  });

  it('needs a right phone for a call and an SMS; a list takes whoever can be reached somehow', () => {
    const without = (channel: ContactChannel | null) => held({ phone: false }, { channel });
    expect(CONTACT_CHANNELS.filter((channel) => without(channel) === 'no_phone')).toEqual(['phone', 'sms']);
    expect(without(null)).toBe('no_phone');
    expect(held({ phone: false, wechat: true }, { channel: null })).toBeNull();
  });

  it('keeps to the budget, and says from when there is a new one', () => {
    const spent = { ...MEMBER, budget: { ...LAST_ONE, used: 2, left: 0 } };
    const budget = { why: 'budget', used: 2, allowed: 2, from: '2026-06-01', keptFor: null };
    expect(decideContact(spent, asked(), NOON)).toEqual(budget);
  });

  it('S58 disturbs nobody in quiet hours', () => {
    const until = instant(Date.parse('2026-05-19T09:00:00+08:00'));
    expect(decideContact(MEMBER, asked(), NIGHT)).toEqual({ why: 'quiet', until });
  });

  it('waits until the day to which it was put off', () => {
    expect(held({}, { putOffUntil: businessDate('2026-05-19') })).toBe('put_off');
    expect(held({}, { putOffUntil: businessDate('2026-05-18') })).toBeNull();
  });

  it('binds nobody at the counter by budget and hours, but does by consent and complaint', () => {
    const spent = { budget: { ...LAST_ONE, left: 0 } };
    expect(held(spent, { channel: 'counter' }, NIGHT)).toBeNull();
    expect(held({ marketing: false }, { channel: 'counter', content: 'offer' })).toBe('no_consent');
    expect(held({ openComplaint: 1 }, { channel: 'counter', content: 'offer' })).toBe('open_complaint');
  });

  it('an offer leaves the last contacts of the month to the service tasks that want them, and says to which', () => {
    const serviceDue = [{ taskId: 'other', kind: 'birthday' as const }];
    const offer = asked({ content: 'offer' });
    expect(decideContact({ ...MEMBER, budget: LAST_ONE, serviceDue }, offer, NOON)).toEqual({
      ...{ why: 'budget', used: 1, allowed: 2, from: '2026-06-01', keptFor: 'birthday' },
    });
    expect(held({ serviceDue }, { content: 'offer' })).toBeNull(); // two are left
    expect(held({ budget: LAST_ONE, serviceDue })).toBeNull(); // service waits for nobody
    expect(held({ budget: LAST_ONE, serviceDue }, { content: 'offer', taskId: 'other' })).toBeNull();
  });

  it('what lasts longest is said first', () => {
    const everything = { marketing: false, openComplaint: 1, phone: false, budget: { ...LAST_ONE, left: 0 } };
    const offer = { content: 'offer', putOffUntil: businessDate('2026-05-30') } as const;
    expect(held(everything, offer, NIGHT)).toBe('no_consent');
    expect(held({ ...everything, marketing: true }, offer, NIGHT)).toBe('open_complaint');
    expect(held({ ...everything, marketing: true, openComplaint: null }, offer, NIGHT)).toBe('no_phone');
    expect(held({ budget: { ...LAST_ONE, left: 0 } }, offer, NIGHT)).toBe('put_off');
    expect(held({ budget: { ...LAST_ONE, left: 0 } }, {}, NIGHT)).toBe('budget');
  });
});

import { effectOf } from '@domain/head-office/ack';
import { isOutlived, isToSend, remindersOf } from '@domain/head-office/reminders';
import { describe, expect, it } from 'vitest';

const packet = (sequence: number, epoch = 'A') => ({ epoch, sequence, hash: `${epoch}${sequence}` });
const four = [packet(1), packet(2), packet(3), packet(4)];

describe('what an acknowledgement means', () => {
  it('everything up to its packet is there', () => {
    const { acked, askedAgain, forked } = effectOf({ epoch: 'A', upto: packet(3), missing: [] }, four);
    expect([acked, askedAgain, forked]).toEqual([four.slice(0, 3), [], false]);
  });
  it('what is missing goes again', () => {
    const missing = [{ epoch: 'A', from: 2, to: 3 }];
    const { acked, askedAgain } = effectOf({ epoch: 'A', upto: packet(1), missing }, four);
    expect([acked, askedAgain]).toEqual([[four[0]], [four[1], four[2]]]);
  });
  it('nothing counts as there where head office has another packet in its place', () => {
    const said = { epoch: 'A', upto: { sequence: 2, hash: 'another' }, missing: [] };
    expect(effectOf(said, four)).toEqual({ acked: [], askedAgain: [], forked: true });
  });
  it('says nothing of packets of another epoch', () => {
    const said = { epoch: 'B', upto: packet(9, 'B'), missing: [] };
    expect(effectOf(said, four)).toEqual({ acked: [], askedAgain: [], forked: false });
  });
});

describe('what somebody is reminded of', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const sent = (days: number) => ({
    madeAt: 0,
    writtenAt: now - days * DAY,
    ackedAt: null,
    askedAgain: false,
  });
  const calm = { due: { state: 'upcoming', at: null }, rulesWaiting: 0, remindDays: 7, now } as const;

  it('nothing, while an answer may still come', () => {
    expect(remindersOf({ ...calm, packets: [sent(6)] })).toEqual({
      ...{ toSend: 0, waiting: 0 },
      unanswered: { packets: 1, days: 6, late: false },
    });
  });
  it('an answer that has not come for seven days, of the oldest packet', () => {
    expect(remindersOf({ ...calm, packets: [sent(1), sent(7)] })).toMatchObject({
      ...{ waiting: 1 },
      unanswered: { packets: 2, days: 7, late: true },
    });
  });
  it('what is due and what lies in the outbox are one thing to do; each rule packet is another', () => {
    const lying = { ...sent(0), writtenAt: null };
    const due = { state: 'overdue', at: null } as const;
    expect(remindersOf({ ...calm, due, packets: [lying], rulesWaiting: 2 })).toMatchObject({
      toSend: 1,
      waiting: 3,
    });
  });
  it('a packet is sent once more only when head office asks', () => {
    expect(isToSend(sent(1))).toBe(false);
    expect(isToSend({ ...sent(1), ackedAt: now, askedAgain: true })).toBe(true);
  });
  it('one that head office has had for ninety days needs no place any more, unless it asks for it', () => {
    const had = { ...sent(95), ackedAt: now - 90 * DAY };
    expect(isOutlived(had, now)).toBe(true);
    expect(isOutlived({ ...had, askedAgain: true }, now)).toBe(false);
    expect(isOutlived({ ...had, ackedAt: had.ackedAt + 1 }, now)).toBe(false);
    expect(isOutlived(sent(95), now)).toBe(false);
  });
});

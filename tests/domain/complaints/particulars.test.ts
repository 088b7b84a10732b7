import type { Complaint } from '@domain/complaints/complaint';
import { decideCorrect, type Particulars } from '@domain/complaints/correction';
import { decideEscalate } from '@domain/complaints/escalation';
import type { ReasonLeaf } from '@domain/complaints/reasons';
import { decideClose, decideLog, decideResolve } from '@domain/complaints/steps';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { instant } from '@domain/units';
import { describe, expect, it } from 'vitest';

const NOON = instant(Date.parse('2026-05-18T04:00:00Z'));
const done = <T>(decided: T | Refusal): T => {
  if (decided instanceof Refusal) throw new Error(`refused: ${decided.code}`);
  return decided;
};
const open: Complaint = done(
  decideLog({ what: '少找钱', receivedAt: NOON }, DEFAULT_RULES.complaints, 'wall_clock'),
).complaint;
const resolved = done(decideResolve(open, { result: '退款', now: NOON }, 'wall_clock')).complaint;
const closed = done(decideClose(resolved, { cause: '慌', measure: '复核', now: NOON })).complaint;

describe('a hard case', () => {
  const owner = { id: 'o', role: 'owner' } as const;

  it('S81 goes to a manager or the owner, with what makes it hard', () => {
    expect(decideEscalate(open, { to: owner, reason: '要求十倍赔偿' })).toEqual({
      kind: 'escalated',
      note: '要求十倍赔偿',
      due: [],
      data: { of: 'escalation', toStaffId: 'o' },
    });
    expect(decideEscalate(resolved, { to: { id: 'm', role: 'manager' }, reason: '还在闹' })).toMatchObject({
      kind: 'escalated',
    });
  });

  it('S81 does not go to a cashier, to nobody, without words, or once it is closed', () => {
    const cashier = { id: 'c', role: 'cashier' } as const;
    expect(decideEscalate(open, { to: cashier, reason: '难' })).toMatchObject({ code: 'not_a_manager' });
    expect(decideEscalate(open, { to: undefined, reason: '难' })).toMatchObject({ code: 'staff_gone' });
    expect(decideEscalate(open, { to: owner, reason: ' ' })).toMatchObject({ code: 'text_needed' });
    expect(decideEscalate(closed, { to: owner, reason: '难' })).toMatchObject({ code: 'not_in_this_state' });
  });
});

describe('a correction', () => {
  const before: Particulars = {
    memberId: null,
    object: 'goods',
    reason: 'goods_price',
    product: '鱼油',
    aboutStaffId: null,
    severity: 'normal',
  };
  const leaf: ReasonLeaf = { id: 'staff_cashiering', group: 'staff', name: '', active: true };
  const correct = (
    after: Partial<Particulars>,
    told: { leaf?: ReasonLeaf; staffThere?: boolean; memberThere?: boolean; was?: string } = {},
  ) =>
    decideCorrect(
      { ...before, memberId: told.was ?? null },
      {
        after: { ...before, ...after },
        note: '看错了',
        leaf: told.leaf,
        staffThere: told.staffThere ?? false,
        memberThere: told.memberThere ?? false,
      },
    );

  it('S71 keeps what it was beside what it is', () => {
    const changed = correct(
      { object: 'staff', reason: 'staff_cashiering', aboutStaffId: 's' },
      { leaf, staffThere: true },
    );
    expect(changed).toEqual({
      kind: 'corrected',
      note: '看错了',
      due: [],
      data: {
        of: 'correction',
        changes: [
          { field: 'object', before: 'goods', after: 'staff' },
          { field: 'reason', before: 'goods_price', after: 'staff_cashiering' },
          { field: 'aboutStaffId', before: '', after: 's' },
        ],
      },
    });
  });

  it('is refused where nothing changes, and for a reason or a member of staff that cannot be chosen any more', () => {
    expect(correct({})).toMatchObject({ code: 'nothing_changed' });
    expect(correct({ reason: 'x' })).toMatchObject({ code: 'reason_gone' });
    const off = { ...leaf, active: false };
    expect(correct({ reason: leaf.id }, { leaf: off })).toMatchObject({ code: 'reason_gone' });
    expect(correct({ aboutStaffId: 's' })).toMatchObject({ code: 'staff_gone' });
  });

  it('S68 gives a complaint of nobody known to the member who it turns out to be, and takes it from nobody', () => {
    expect(correct({ memberId: 'zhang' }, { memberThere: true })).toMatchObject({
      data: { changes: [{ field: 'memberId', before: '', after: 'zhang' }] },
    });
    expect(correct({ memberId: 'gone' })).toMatchObject({ code: 'member_gone' });
    for (const memberId of ['li', null])
      expect(correct({ memberId }, { memberThere: true, was: 'zhang' })).toMatchObject({
        code: 'member_known',
      });
    expect(correct({ memberId: 'zhang', product: '' }, { was: 'zhang' })).toMatchObject({
      kind: 'corrected',
    });
  });

  it('leaves a reason that was switched off since, where something else is put right', () => {
    expect(correct({ severity: 'high' })).toMatchObject({ kind: 'corrected' });
  });
});

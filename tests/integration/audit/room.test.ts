import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditRow } from '@contract/audit';
import { businessDate as day, fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unguarded } from '../../db/audit/trail';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { prepareWorkers } from '../../support/worker';

let shop: TestShop;
let zhang: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  zhang = await shop.member('张三', { phone: '13812348812', points: 500 });
});
afterEach(() => shop.close());

type Asked = Parameters<TestShop['client']['audit']['list']>[0];
const ALL: Asked = {
  ...{ subject: null, staffId: null, act: null, from: null, to: null, before: null, limit: 50 },
};
const list = (asked: Partial<Asked> = {}) => shop.client.audit.list({ ...ALL, ...asked });
const count = () => shop.raw().prepare<[], number>('select count(*) from audit_entry').pluck().get() ?? 0;
const sell = async (memberId = zhang) => {
  const bill = { memberId, gross: fen(8880), receiptNo: '', items: [], redeem: points(0) };
  const sold = await shop.client.purchases.record(shop.request(), bill);
  if (!sold.ok) throw new Error(sold.refusal.code);
  return sold.value.purchaseId;
};
const adjust = (by: number, reason = '盘点差异', request = shop.request()) =>
  shop.client.points.adjust(request, { memberId: zhang, points: points(by), reason });
const storePath = () => shop.main.app.session.shop().opened.path;

describe('what the trail keeps of an act (rules, Staff: who, when, what, before, after, why)', () => {
  it('one entry for each command; a repeated request writes no second, a refused one none', async () => {
    const before = count();
    const request = shop.request();
    await adjust(100, '补录', request);
    expect(count()).toBe(before + 1);
    await adjust(100, '补录', request);
    expect(count()).toBe(before + 1);
    expect(await adjust(0)).toMatchObject({ refusal: { code: 'nothing_to_adjust' } });
    expect(await adjust(-9999)).toMatchObject({ refusal: { code: 'insufficient_points' } });
    expect(count()).toBe(before + 1);
  });

  it('begins with the store, so that there is always something to seal', async () => {
    const { rows } = await list({ act: 'audit.begun' });
    expect(rows).toMatchObject([{ seq: 1, staff: null, subjects: [] }]);
  });

  it('who changed this member, and why, newest first', async () => {
    const cashier = await shop.as('cashier');
    await adjust(100, '补录昨天的小票');
    const { rows } = await manager(() =>
      shop.client.audit.ofMember({ memberId: zhang, before: null, limit: 50 }),
    );
    expect(rows[0]).toMatchObject({
      act: 'points.adjust',
      staff: { id: cashier.id, name: cashier.name },
      approver: null,
      why: '补录昨天的小票',
      hasChange: true,
      subjects: [{ kind: 'member', id: zhang, label: '张三' }],
    });
    expect(rows.map(({ act }) => act)).toEqual(['points.adjust', 'points.adjust', 'members.signUp']);
    const entry = await shop.client.audit.entry({ seq: rows[0]?.seq ?? 0 });
    expect(entry).toMatchObject({
      notes: [{ before: { balance: 500 }, after: { balance: 600, points: 100 } }],
      personal: { state: 'none' },
      intact: true,
    });
  });

  it('who approved it by their PIN', async () => {
    await shop.as('cashier');
    shop.people.approvedBy = 'manager';
    await adjust(5000, '开业赠送');
    const { rows } = await manager(() => list({ act: 'points.adjust' }));
    expect(rows[0]).toMatchObject({ staff: { name: '小林' }, approver: { name: '周店长' } });
  });

  it('S28: what is a person’s own stands apart, and nowhere in the sealed body', async () => {
    await shop.client.members.change(shop.request(), {
      ...{ memberId: zhang, name: '张珊珊', phone: '13900001234', phoneShared: false, cardNo: '' },
      ...{ birthday: null, gender: null, source: 'walk_in', referrerId: null, tags: ['热'], note: '靠窗' },
    });
    const { rows } = await list({ act: 'members.change' });
    const entry = await shop.client.audit.entry({ seq: rows[0]?.seq ?? 0 });
    expect(entry?.personal).toEqual({
      state: 'kept',
      before: { name: '张三', phone: '13812348812', note: '', tags: [] },
      after: { name: '张珊珊', phone: '13900001234', note: '靠窗', tags: ['热'] },
    });
    const bodies = shop.raw().prepare<[], string>('select body from audit_entry').pluck().all().join();
    expect(bodies).not.toMatch(/张|138|139|靠窗/);
  });
});

describe('every act that matters says what it did', () => {
  const noted = async (act: string) => {
    const { rows } = await list({ act });
    const entry = await shop.client.audit.entry({ seq: rows[0]?.seq ?? 0 });
    if (entry === null) throw new Error(`no entry of ${act}`);
    return { subjects: entry.subjects.map(({ kind }) => kind), notes: entry.notes, personal: entry.personal };
  };

  it('a refund and an undo: of which bill, how much, why', async () => {
    const [first, second] = [await sell(), await sell()];
    await shop.client.purchases.refund(shop.request(), {
      ...{ purchaseId: first, amount: fen(1000), shortfall: 'debt', reason: '少一件' },
    });
    await shop.client.purchases.undo(shop.request(), { purchaseId: second });
    expect(await noted('purchases.refund')).toMatchObject({
      subjects: ['purchase', 'member'],
      notes: [{ why: '少一件', after: { kind: 'part', amount: 1000, moneyBack: 1000 } }],
    });
    expect(await noted('purchases.undo')).toMatchObject({
      notes: [{ after: { kind: 'undo', amount: 8880 } }],
    });
  });

  it('a level set by hand, an adviser, a consent', async () => {
    const { id: staffId } = await shop.people.here();
    await shop.client.tiers.setByHand(shop.request(), {
      ...{ memberId: zhang, tier: 'vip', joinsAutomatic: false, until: null, reason: '老板的朋友' },
    });
    await shop.client.members.setAdviser(shop.request(), { memberId: zhang, staffId });
    await shop.client.members.recordConsent(shop.request(), {
      ...{
        memberId: zhang,
        purpose: 'marketing',
        action: 'withdrawn',
        textVersion: '2026-11',
        channel: 'counter',
      },
    });
    expect((await noted('tiers.setByHand')).notes).toMatchObject([
      { why: '老板的朋友', before: { tier: 'regular' }, after: { tier: 'vip', fixed: true } },
    ]);
    expect((await noted('members.setAdviser')).notes).toEqual([{ why: null, before: null, after: staffId }]);
    expect((await noted('members.recordConsent')).notes).toMatchObject([
      { after: { purpose: 'marketing', action: 'withdrawn' } },
    ]);
  });

  it('a change of the rules: which, from what, to what, from when', async () => {
    const { version, rules } = await shop.client.settings.rules({});
    const points = { ...rules.points, expiryMonths: 24 };
    await shop.client.settings.changeRules(shop.request(), {
      ...{ basedOn: version, rules: { ...rules, points }, effectiveFrom: null },
    });
    expect(await noted('settings.changeRules')).toMatchObject({
      subjects: ['rules'],
      notes: [
        { before: { 'points.expiryMonths': '12' }, after: { 'points.expiryMonths': '24' } },
        { after: { effectiveFrom: '2026-05-18' } },
      ],
    });
  });

  it('a coupon given by hand and withdrawn', async () => {
    const given = await shop.client.coupons.giveByHand(shop.request(), {
      ...{ memberId: zhang, templateId: 'win-back', reason: '等太久' },
    });
    if (!given.ok) throw new Error(given.refusal.code);
    const { couponId } = given.value;
    await shop.client.coupons.withdraw(shop.request(), { couponId, reason: '给错人' });
    expect(await noted('coupons.giveByHand')).toMatchObject({
      subjects: ['coupon', 'member'],
      notes: [{ why: '等太久', after: { template: 'win-back' } }],
    });
    expect((await noted('coupons.withdraw')).notes).toMatchObject([{ why: '给错人', after: 'revoked' }]);
  });

  it('a table that leaves the shop', async () => {
    shop.dialogs.save = join(shop.userData, '会员.csv');
    await shop.client.segments.saveMembers({
      ...{ rule: { all: [] }, order: 'joined', name: '全部', format: 'csv', phones: 'masked' },
    });
    expect((await noted('segments.saveMembers')).notes).toMatchObject([
      { after: { members: 1, phones: 'masked' } },
    ]);
  });
});

describe('reading the trail', () => {
  it('any filter gives what a plain reading of the whole trail gives, page by page', async () => {
    const { id: owner } = await shop.people.here();
    for (let day = 0; day < 4; day++) {
      await adjust(10 + day);
      await sell();
      shop.clock.advanceDays(1);
    }
    const { rows: all } = await list();
    const filters: Partial<Asked>[] = [
      {},
      { act: 'points.adjust' },
      { staffId: owner, act: 'purchases.record' },
      { staffId: owner },
      { from: day('2026-05-19') },
      { to: day('2026-05-19'), act: 'points.adjust' },
      { from: day('2026-05-19'), to: day('2026-05-20'), staffId: owner },
      { from: day('2027-01-01') },
      { subject: { kind: 'member', id: zhang }, from: day('2026-05-20') },
    ];
    for (const filter of filters) {
      const { subject = null, staffId = null, act = null, from = null, to = null } = filter;
      const wanted = all.filter(
        (row) =>
          (act === null || row.act === act) &&
          (staffId === null || row.staff?.id === staffId) &&
          (subject === null || row.subjects.some(({ id }) => id === subject.id)) &&
          (from === null || row.businessDate >= from) &&
          (to === null || row.businessDate <= to),
      );
      expect(await pages(filter)).toEqual(wanted);
    }
    expect(await shop.client.audit.acts({})).toEqual([...new Set(all.map(({ act }) => act))].sort());
  });

  it('has no page behind the beginning, and no entry that is not there', async () => {
    expect(await list({ before: 1 })).toEqual({ rows: [], next: null });
    expect(await shop.client.audit.entry({ seq: 9999 })).toBeNull();
  });

  async function pages(filter: Partial<Asked>, before: number | null = null): Promise<AuditRow[]> {
    const { rows, next } = await list({ ...filter, before, limit: 3 });
    return next === null ? rows : [...rows, ...(await pages(filter, next))];
  }
});

describe('the trail as a whole', () => {
  it('trust, People: is verified on demand in a thread of its own', async () => {
    await prepareWorkers('read-job');
    await shop.close();
    shop = await aShop();
    expect(await shop.client.audit.standing({})).toMatchObject({ lastVerification: null, verifying: false });
    const verified = await shop.client.audit.verify({});
    expect(verified).toEqual({
      ok: true,
      value: { at: shop.clock.now, entries: count(), findings: [], found: 0 },
    });
    const standing = await shop.client.audit.standing({});
    expect(standing).toMatchObject({
      entries: count(),
      head: { seq: count() },
      lastVerification: { found: 0 },
      lastClose: null,
    });
  });

  it('finds what somebody did to the file behind the back of Shuke', async () => {
    unguarded({ raw: shop.raw() });
    const seq = count();
    shop
      .raw()
      .exec(`update audit_entry set body = replace(body, ':500', ':900') where act = 'points.adjust'`);
    expect(await shop.client.audit.verify({})).toMatchObject({
      value: { findings: [{ kind: 'changed', seq }], found: 1 },
    });
    expect(await shop.client.audit.entry({ seq })).toMatchObject({ intact: false });
  });

  it('an older copy put in the place of the store is found, stays found, and is accepted by the owner alone', async () => {
    const path = storePath();
    await shop.main.app.session.close();
    const older = readFileSync(path);
    const then = headBeside(path);
    await shop.main.app.session.start();
    await adjust(100);
    await shop.main.app.session.close();
    const seq = headBeside(path);
    expect(seq).toBeGreaterThan(then);

    rmSync(path);
    writeFileSync(path, older);
    await shop.main.app.session.start();
    await sell(); // another entry of the same number
    await shop.main.app.trail.noteEnd(); // a quiet moment does not write over the evidence
    expect(await shop.client.audit.verify({})).toMatchObject({
      value: { findings: [{ kind: 'head_differs', seq }] },
    });
    expect(await shop.client.audit.acceptEnd({})).toMatchObject({ ok: true, value: { findings: [] } });
    expect((await list({ act: 'audit.acceptEnd' })).rows).toHaveLength(1);
    expect(await shop.client.audit.acceptEnd({})).toMatchObject({ refusal: { code: 'nothing_to_accept' } });
  });

  it('notes beside the store how far it has come when the store is closed: a number and a hash, nothing else', async () => {
    const noted = join(dirname(storePath()), 'audit-head.json');
    await shop.main.app.session.close();
    expect(existsSync(noted)).toBe(true);
    expect(Object.keys(JSON.parse(readFileSync(noted, 'utf8')))).toEqual(['seq', 'hash']);
  });
});

const manager = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  await shop.as('manager');
  return await run();
};

const headBeside = (path: string): number => {
  const noted: { seq: number } = JSON.parse(readFileSync(join(dirname(path), 'audit-head.json'), 'utf8'));
  return noted.seq;
};

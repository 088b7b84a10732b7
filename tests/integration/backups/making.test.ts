import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyStoreFile } from '@db/backups/verify';
import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../../electron/main/paths';
import { aJpeg } from '../../domain/complaints/jpegs';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { prepareWorkers } from '../../support/worker';
import { logged } from '../complaints/logging';
import { besideStore, damage, did, sale } from './support';

beforeAll(() => prepareWorkers('backup-job'));

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(() => shop.close());

const names = () => readdirSync(besideStore(shop, 'backups')).sort();
const standing = () => shop.client.backups.standing({});

describe('trust, Durability: backups make themselves', () => {
  it('in the first quiet moment; the next with the next business day; what the rule does not keep goes', async () => {
    await sale(shop, await shop.member('张三'), 12);
    expect((await standing()).last).toBeNull();
    await shop.main.app.backups.minute();
    expect((await standing()).last).toBeNull(); // somebody has just acted
    shop.clock.advance(120_000);
    await shop.main.app.backups.minute();
    const { last, problems, nextDue, running } = await standing();
    expect(last).toMatchObject({ where: 'here', encrypted: false, holds: { members: 1, purchases: 1 } });
    expect(last?.verifiedAt).toBe(last?.madeAt);
    expect({ problems, running }).toEqual({ problems: [], running: null });
    expect(nextDue).toBe(Date.parse('2026-05-18T16:00:00Z'));
    for (let day = 0; day < 9; day++) {
      shop.clock.advanceDays(1);
      await shop.main.app.backups.minute();
    }
    // 7 days, and the Sunday of the week before is among them: 2026-05-21 to 27, and the newest of the first week.
    expect(
      names()
        .filter((name) => name.endsWith('.db'))
        .map((name) => name.slice(6, 14)),
    ).toEqual(['20260521', '20260522', '20260523', '20260524', '20260525', '20260526', '20260527']);
    expect(shop.reported).toEqual([]);
  });

  it('each is a whole store by itself, described beside it, and named when it was done', async () => {
    await sale(shop, await shop.member('张三', { points: 300 }), 12);
    const made = did(await shop.client.backups.makeNow({}));
    expect(names()).toEqual([`${made.id}.db`, `${made.id}.json`, `${made.id}.photos`, 'standing.json']);
    const facts = verifyStoreFile(made.path);
    const said = JSON.parse(readFileSync(made.path.replace('.db', '.json'), 'utf8'));
    expect(said).toMatchObject({
      format: 1,
      members: 1,
      purchases: 1,
      bytes: made.bytes,
      audit: facts.audit,
    });
    expect(JSON.stringify(said)).not.toContain('张三');
    expect(
      shop.raw().prepare("select count(*) from audit_entry where act = 'backups.makeNow'").pluck().get(),
    ).toBe(1);
  });

  it('pictures of complaints are part of it, each once, and go when no backup needs them', async () => {
    const { complaintId } = await logged(shop);
    const jpeg = new Uint8Array(aJpeg({ width: 640 }));
    did(await shop.client.complaints.addPhoto(shop.request(), { complaintId, jpeg }));
    did(await shop.client.backups.makeNow({}));
    shop.clock.advance(5000);
    did(await shop.client.backups.makeNow({}));
    const pictures = readdirSync(besideStore(shop, 'backups', 'photos'));
    expect(pictures).toEqual(readdirSync(besideStore(shop, 'photos')));
    const ofNobody = `${'0'.repeat(64)}.jpg`;
    writeFileSync(besideStore(shop, 'backups', 'photos', ofNobody), jpeg);
    shop.clock.advance(5000);
    did(await shop.client.backups.makeNow({}));
    expect(readdirSync(besideStore(shop, 'backups', 'photos'))).toEqual(pictures);
  });

  it('one at a time, and never of the sample store', async () => {
    const [one, two] = await Promise.all([shop.client.backups.makeNow({}), shop.client.backups.makeNow({})]);
    expect(one.ok).toBe(true);
    expect(two).toMatchObject({ ok: false, refusal: { code: 'busy' } });
    const { sample } = pathsIn(shop.userData);
    const opened = createStore(sample, shop.clock.now, (raw) =>
      fillNewStore(raw, {
        ...{ id: shop.request(), name: '示例店铺', calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 } },
        ...{ sample: true, owner: { id: shop.request(), name: '店主' }, now: shop.clock.now },
      }),
    );
    await opened.close();
    did(await shop.client.settings.openSample({}));
    expect(await shop.client.backups.makeNow({})).toMatchObject({
      ok: false,
      refusal: { code: 'in_sample' },
    });
    await shop.main.app.backups.minute();
    expect(await standing()).toMatchObject({ sample: true, last: null, nextDue: null, problems: [] });
  });

  it('the counter sells while it is made, and what was sold after its beginning is not in it', async () => {
    await shop.close();
    shop = await aShop(); // in a thread, as at work
    const memberId = await shop.member('张三');
    await sale(shop, memberId, 1);
    const making = shop.client.backups.makeNow({});
    await sale(shop, memberId, 2);
    expect(did(await making).holds?.purchases).toBeLessThanOrEqual(2);
  });

  it('of a store that is damaged there is none, and the owner is told; the one before stays', async () => {
    const whole = did(await shop.client.backups.makeNow({}));
    shop.raw().pragma('wal_checkpoint(truncate)');
    damage(besideStore(shop, 'shuke.db'), 30, 60);
    shop.clock.advance(5000);
    expect(await shop.client.backups.makeNow({})).toMatchObject({
      ok: false,
      refusal: { code: 'not_whole' },
    });
    const { last, problems } = await standing();
    expect(last?.id).toBe(whole.id);
    expect(problems.map(({ code }) => code)).toEqual(['not_whole']);
    expect(names().filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('no room, or no leave to write: nothing half-made stays, and the standing says so until one is made', async () => {
    writeFileSync(besideStore(shop, 'backups'), 'in the way');
    const refused = await shop.client.backups.makeNow({});
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not_written' } });
    rmSync(besideStore(shop, 'backups'));
    did(await shop.client.backups.makeNow({}));
    expect((await standing()).problems).toEqual([]);
  });
});

describe('trust, Durability: a weekly trial proves them', () => {
  it('opens, reads and counts the newest one, once a week', async () => {
    await shop.member('张三');
    did(await shop.client.backups.makeNow({}));
    await shop.main.app.backups.minute();
    const first = (await standing()).trial;
    expect(first).toMatchObject({ good: true, members: 1, purchases: 0, at: shop.clock.now });
    expect(existsSync(besideStore(shop, 'backups', 'trial.db'))).toBe(false);
    await shop.main.app.backups.minute();
    expect((await standing()).trial).toEqual(first);
  });

  it('one that does not read back is no backup any more: another is made at once, tried, and all is well', async () => {
    const made = did(await shop.client.backups.makeNow({}));
    damage(made.path, 5, 2);
    await shop.main.app.backups.minute();
    const told = await standing();
    expect(told.trial).toMatchObject({ good: false, backupId: made.id });
    expect(told.problems.map(({ code }) => code)).toEqual(['trial_failed']);
    expect(told.last?.id).toBe(made.id); // a new one of the same second, in the place of the bad one
    expect(verifyStoreFile(made.path).members).toBe(0);
  });
});

describe('what an owner has to know', () => {
  it('two days without one: overdue', async () => {
    did(await shop.client.backups.makeNow({}));
    shop.clock.advanceDays(3);
    expect((await standing()).problems.map(({ code }) => code)).toEqual(['overdue']);
    expect((await standing()).disk.level).toMatch(/^(fine|low|very_low)$/);
    expect(join((await standing()).disk.folder, 'shuke.db')).toBe(besideStore(shop, 'shuke.db'));
  });
});

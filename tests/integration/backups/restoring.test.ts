import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { instant } from '@domain/units';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aJpeg } from '../../domain/complaints/jpegs';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { prepareWorkers } from '../../support/worker';
import { logged } from '../complaints/logging';
import { besideStore, damage, did, sale, sales, storeOf } from './support';

beforeAll(() => prepareWorkers('cleaning-job'));

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  memberId = await shop.member('张三', { phone: '13812348812' });
  await sale(shop, memberId, 10);
});
afterEach(() => shop.close());

const made = async () => {
  const backup = did(await shop.client.backups.makeNow({}));
  shop.clock.advance(60_000);
  return { where: backup.where, id: backup.id };
};

const memberNo = async () => (await shop.client.members.card({ memberId }))?.memberNo ?? '';

describe('trust, Durability: going back to a backup of a store that works', () => {
  it('says first what would be lost, by kind and since when', async () => {
    const ref = await made();
    const since = shop.clock.now;
    for (let bill = 0; bill < 3; bill++) await sale(shop, memberId, 20);
    await shop.member('李四');
    const preview = did(await shop.client.backups.previewRestore(ref));
    expect(preview).toMatchObject({
      storeName: '街角小店',
      otherStore: false,
      needsRecoveryCode: false,
      owners: [],
    });
    expect(preview.lost).toEqual([
      { kind: 'purchases', rows: 3, since },
      { kind: 'members', rows: 1, since: instant(since + 3000) },
    ]);
  });

  it('a phrase is typed; the store before is kept, and comes back by an undo, and that by another', async () => {
    const ref = await made();
    await sale(shop, memberId, 20);
    const { phrase } = did(await shop.client.backups.previewRestore(ref));
    expect(await shop.client.backups.restore({ ...ref, phrase: '恢复', recoveryCode: null })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong_phrase' },
    });
    expect(await sales(shop)).toBe(2);
    did(await shop.client.backups.restore({ ...ref, phrase: ` ${phrase} `, recoveryCode: null }));
    expect(await sales(shop)).toBe(1);
    expect((await shop.client.backups.standing({})).undo?.restoredAt).toBe(shop.clock.now);
    shop.clock.advance(1000);
    await sale(shop, memberId, 30);
    expect((await shop.client.backups.previewUndo({})).map(({ kind, rows }) => [kind, rows])).toEqual([
      ['purchases', 1],
    ]);
    did(await shop.client.backups.undoRestore({}));
    expect(await sales(shop)).toBe(2);
    did(await shop.client.backups.undoRestore({}));
    expect(await sales(shop)).toBe(2); // the restored one, with the sale of thirty
    expect(shop.raw().prepare('select max(total_fen) from purchase').pluck().get()).toBe(3000);
    expect(shop.reported).toEqual([]);
  });

  it('the trail tells of it in the store that came back, with the end of the one that was put aside', async () => {
    const ref = await made();
    await sale(shop, memberId, 20);
    const head = shop.raw().prepare('select seq, hash from audit_entry order by seq desc limit 1').get();
    const { phrase } = did(await shop.client.backups.previewRestore(ref));
    did(await shop.client.backups.restore({ ...ref, phrase, recoveryCode: null }));
    const entry = shop.raw().prepare('select act, body from audit_entry order by seq desc limit 1').get() as {
      act: string;
      body: string;
    };
    expect(entry.act).toBe('backups.restore');
    expect(JSON.parse(entry.body)).toMatchObject({
      about: [{ kind: 'backup', id: ref.id }],
      notes: [{ before: head }],
    });
  });

  it('once the owner has a PIN, every restore asks for it', async () => {
    const ref = await made();
    await shop.as('cashier');
    const { phrase } = { phrase: '恢复备份' };
    await expect(shop.client.backups.restore({ ...ref, phrase, recoveryCode: null })).rejects.toThrow(
      'denied',
    );
    shop.people.approvedBy = 'owner';
    did(await shop.client.backups.restore({ ...ref, phrase, recoveryCode: null }));
    expect(await sales(shop)).toBe(1);
  });

  it('a backup that was damaged since is not put in place of anything', async () => {
    const ref = await made();
    damage(besideStore(shop, 'backups', `${ref.id}.db`), 5, 1);
    const restored = await shop.client.backups.restore({ ...ref, phrase: '恢复备份', recoveryCode: null });
    expect(restored).toMatchObject({ ok: false, refusal: { code: 'backup_damaged' } });
    expect(await sales(shop)).toBe(1);
    expect(existsSync(`${storeOf(shop)}.restore`)).toBe(false);
  });

  it('pictures that were lost come back with it', async () => {
    const { complaintId } = await logged(shop);
    const jpeg = new Uint8Array(aJpeg({ width: 640 }));
    const { photoId } = did(await shop.client.complaints.addPhoto(shop.request(), { complaintId, jpeg }));
    const ref = await made();
    rmSync(besideStore(shop, 'photos'), { recursive: true });
    did(await shop.client.backups.restore({ ...ref, phrase: '恢复备份', recoveryCode: null }));
    expect((await shop.client.complaints.photo({ photoId }))?.jpeg).toEqual(jpeg);
  });

  it('who was erased since is erased again', async () => {
    const ref = await made();
    did(await shop.client.rights.erase(shop.request(), { memberId, memberNo: await memberNo() }));
    await shop.main.app.erasures.settled();
    did(await shop.client.backups.restore({ ...ref, phrase: '恢复备份', recoveryCode: null }));
    expect(shop.raw().prepare('select name, phone, state from member').get()).toEqual({
      name: '',
      phone: null,
      state: 'erased',
    });
    const held = await shop.client.backups.personHeldIn({ memberId });
    expect(held.map(({ what }) => what)).toContain('backup');
  });
});

describe('trust, Durability: a damaged store', () => {
  const damaged = async () => {
    await shop.main.stop();
    damage(storeOf(shop));
    const bytes = readFileSync(storeOf(shop));
    await shop.main.start();
    return bytes;
  };

  it('is put aside untouched, and the newest backup is back at work', async () => {
    const ref = await made();
    const bytes = await damaged();
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'fault', fault: 'damaged' });
    const [newest] = await shop.client.backups.list({});
    expect(newest).toMatchObject(ref);
    expect(did(await shop.client.backups.previewRestore(ref))).toMatchObject({ lost: null, owners: [] });
    did(await shop.client.backups.restoreAfterFault({ ...ref, proof: null }));
    expect(await sales(shop)).toBe(1);
    await sale(shop, memberId, 5);
    const [aside] = (await shop.client.backups.standing({})).putAside;
    expect(readFileSync(`${aside?.folder}/shuke.db`).equals(bytes)).toBe(true);
    expect((await shop.client.backups.standing({})).undo).toBeNull();
  });

  it('a store that works is not restored over without its owner', async () => {
    const ref = await made();
    expect(await shop.client.backups.restoreAfterFault({ ...ref, proof: null })).toMatchObject({
      ok: false,
      refusal: { code: 'no_fault' },
    });
  });

  it('a backup with PINs opens by an owner’s PIN; wrong ones are counted before they are compared, and waited for', async () => {
    const owner = await shop.as('owner');
    const ref = await made();
    await damaged();
    const { backups } = shop.client;
    const { owners } = did(await backups.previewRestore(ref));
    expect(owners).toEqual([{ id: owner.id, name: owner.name, role: 'owner' }]);
    const by = (pin: string) => backups.restoreAfterFault({ ...ref, proof: { staffId: owner.id, pin } });
    expect(await backups.restoreAfterFault({ ...ref, proof: null })).toMatchObject({
      refusal: { code: 'proof_needed' },
    });
    for (const left of [4, 3, 2, 1])
      expect(await by('918273')).toMatchObject({ refusal: { code: 'wrong_pin', params: { left } } });
    expect(await by('918273')).toMatchObject({
      refusal: { code: 'wrong_pin', params: { left: 0, lockedUntil: shop.clock.now + 30_000 } },
    });
    expect(await by(shop.people.pinOf('owner'))).toMatchObject({ refusal: { code: 'pin_locked' } });
    shop.clock.advance(30_000);
    did(await by(shop.people.pinOf('owner')));
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'open' });
  });

  it('a PC that starts anew: the backup file from another drive brings the shop back', async () => {
    const ref = await made();
    const file = besideStore(shop, 'backups', `${ref.id}.db`);
    const other = await aShop({ ...HERE, open: false });
    other.dialogs.file = file;
    const chosen = did(await other.client.backups.chooseFile({}));
    expect(chosen).toMatchObject({ where: 'file', holds: { purchases: 1 } });
    did(await other.client.backups.restoreAfterFault({ where: 'file', id: chosen?.id ?? '', proof: null }));
    expect(await other.client.settings.store({})).toMatchObject({ state: 'open', name: '街角小店' });
    other.dialogs.file = besideStore(shop, 'backups', `${ref.id}.json`);
    expect(await other.client.backups.chooseFile({})).toMatchObject({ refusal: { code: 'not_a_backup' } });
    await other.close();
  });

  it('what can still be read is written as tables, with a summary', async () => {
    for (let bill = 0; bill < 30; bill++) await sale(shop, memberId, 7);
    await damaged();
    shop.dialogs.folder = shop.userData;
    const salvaged = did(await shop.client.backups.salvage({ proof: null }));
    const folder = salvaged?.folder ?? '';
    expect(salvaged?.tables.find(({ name }) => name === 'purchase')).toBeDefined();
    expect(readFileSync(`${folder}/说明.txt`, 'utf8')).toContain('消费');
    expect(readdirSync(folder)).not.toContain('staff_pin.csv');
  });
});

describe('trust, Durability: what an older trail says after a restore', () => {
  it('is verified as whole: the end that was noted went with the store that was put aside', async () => {
    const ref = await made();
    for (let bill = 0; bill < 3; bill++) await sale(shop, memberId, 20);
    did(await shop.client.backups.restore({ ...ref, phrase: '恢复备份', recoveryCode: null }));
    await sale(shop, memberId, 20);
    expect(did(await shop.client.audit.verify({})).findings).toEqual([]);
  });
});

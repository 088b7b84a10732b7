import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageIdentity } from '@db/staff/recovery-key';
import { Refusal } from '@domain/refusal';
import { readRecoveryCode } from '@domain/staff/recovery-code';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aJpeg } from '../../domain/complaints/jpegs';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { logged } from '../complaints/logging';
import { besideStore, did, sale, sales } from './support';

const PIN = '271828';
let shop: TestShop;
let drive: string;
let code: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  drive = mkdtempSync(join(tmpdir(), 'shuke-drive-'));
  code = did(await shop.client.staff.setOwnPin({ oldPin: null, pin: PIN })).recoveryCode ?? '';
  const { staff } = await shop.client.staff.current({});
  owner = staff?.id ?? '';
});
afterEach(async () => {
  await shop.close();
  rmSync(drive, { recursive: true, force: true });
});

let owner: string;
/** Every step-up of these tests is the owner's. */
async function approved(channel: string): Promise<string> {
  const asked = { staffId: owner, pin: PIN, channel, role: 'owner', another: false } as const;
  return did(await shop.client.staff.approve(asked)).approval;
}
const call = async (channel: string, input: unknown) =>
  await shop.main.route(channel, { input, approval: await approved(channel) });

const onDrive = (...name: string[]) => join(drive, 'shuke-backups', ...name);
const secret = () => {
  const bytes = readRecoveryCode(code);
  if (bytes instanceof Refusal) throw new Error('no code');
  return bytes;
};

async function chosen() {
  shop.dialogs.folder = drive;
  expect(await call('backups.chooseSecondMedium', {})).toMatchObject({ ok: true, value: { folder: drive } });
  await shop.main.app.backups.settled();
}

/** Nobody has come for some days: the screen is locked, and the owner signs in again. */
async function backAtWork() {
  did(await shop.client.staff.signIn({ staffId: owner, pin: PIN }));
  return await shop.client.backups.standing({});
}

describe('trust, People: backups on a second medium are encrypted to the recovery code', () => {
  it('a copy in the age format that its official program opens; nothing personal is in the clear', async () => {
    await sale(shop, await shop.member('张三', { phone: '13812348812' }), 10);
    const { complaintId } = await logged(shop);
    const jpeg = new Uint8Array(aJpeg({ width: 640 }));
    did(await shop.client.complaints.addPhoto(shop.request(), { complaintId, jpeg }));
    await chosen();
    const { second, problems, last } = await shop.client.backups.standing({});
    expect({ problems, folder: second?.folder, present: second?.present }).toEqual({
      problems: [],
      folder: drive,
      present: true,
    });
    expect(second?.last).toMatchObject({ id: last?.id, encrypted: true, where: 'second' });
    const file = readFileSync(onDrive(`${last?.id}.db.age`));
    expect(file.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
    const everything = readdirSync(drive, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    for (const word of ['张三', '13812348812'])
      expect(everything.some((content) => content.includes(Buffer.from(word)))).toBe(false);
    const decrypter = new Decrypter();
    decrypter.addIdentity(ageIdentity(secret()));
    const plain = await decrypter.decrypt(file);
    expect(Buffer.from(plain).equals(readFileSync(besideStore(shop, 'backups', `${last?.id}.db`)))).toBe(
      true,
    );
    const [pictures = ''] = readdirSync(onDrive('photos'));
    expect(readdirSync(onDrive('photos', pictures)).length).toBe(1);
    expect(shop.reported).toEqual([]);
  });

  it('on a new PC the code alone brings the shop back, pictures and all', async () => {
    const memberId = await shop.member('张三');
    await sale(shop, memberId, 10);
    const { complaintId } = await logged(shop);
    const jpeg = new Uint8Array(aJpeg({ width: 640 }));
    const { photoId } = did(await shop.client.complaints.addPhoto(shop.request(), { complaintId, jpeg }));
    await chosen();
    const other = await aShop({ ...HERE, open: false });
    const { backups } = other.client;
    other.dialogs.file = onDrive(readdirSync(onDrive()).find((name) => name.endsWith('.age')) ?? '');
    const file = did(await backups.chooseFile({}));
    const ref = { where: 'file' as const, id: file?.id ?? '' };
    expect(did(await backups.previewRestore(ref))).toMatchObject({
      needsRecoveryCode: true,
      owners: [],
      lost: null,
    });
    const by = (recoveryCode: string) => backups.restoreAfterFault({ ...ref, proof: { recoveryCode } });
    expect(await backups.restoreAfterFault({ ...ref, proof: null })).toMatchObject({
      refusal: { code: 'proof_needed' },
    });
    expect(await by(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toMatchObject({
      refusal: { code: 'code_mistyped' },
    });
    did(await by(code));
    expect(await sales(other)).toBe(1);
    did(await other.client.staff.signIn({ staffId: owner, pin: PIN }));
    expect((await other.client.complaints.photo({ photoId }))?.jpeg).toEqual(jpeg);
    await other.close();
  });

  it('the code of another shop does not open it', async () => {
    await chosen();
    const other = await aShop({ ...HERE, open: false });
    const stranger = await aShop(HERE);
    const wrong =
      did(await stranger.client.staff.setOwnPin({ oldPin: null, pin: '314159' })).recoveryCode ?? '';
    other.dialogs.file = onDrive(readdirSync(onDrive()).find((name) => name.endsWith('.age')) ?? '');
    const file = did(await other.client.backups.chooseFile({}));
    const ref = { where: 'file' as const, id: file?.id ?? '' };
    expect(
      await other.client.backups.restoreAfterFault({ ...ref, proof: { recoveryCode: wrong } }),
    ).toMatchObject({
      refusal: { code: 'wrong_code' },
    });
    expect(await other.client.settings.store({})).toMatchObject({ state: 'none' });
    await other.close();
    await stranger.close();
  });

  it('a drive that is away is told after a week; back again, it gets what it has missed', async () => {
    await chosen();
    rmSync(drive, { recursive: true });
    shop.clock.advanceDays(1);
    await shop.main.app.backups.minute();
    const codes = async () => (await backAtWork()).problems.map(({ code: what }) => what);
    expect(await codes()).toEqual([]);
    shop.clock.advanceDays(7);
    await shop.main.app.backups.minute();
    expect(await codes()).toEqual(['second_missing']);
    mkdirSync(drive);
    await shop.main.app.backups.minute();
    expect(await codes()).toEqual([]);
    const { second, last } = await shop.client.backups.standing({});
    expect(second?.last?.id).toBe(last?.id);
  });

  it('what the drive gives back is compared with what was written to it', async () => {
    await chosen();
    const { last } = await shop.client.backups.standing({});
    const path = onDrive(`${last?.id}.db.age`);
    const content = readFileSync(path);
    content[content.length - 100] = (content[content.length - 100] ?? 0) ^ 1;
    writeFileSync(path, content);
    shop.clock.advanceDays(8);
    await shop.main.app.backups.minute(); // a new backup, and its copy
    writeFileSync(onDrive(`${(await backAtWork()).last?.id}.db.age`), content);
    await shop.main.app.backups.minute(); // the weekly trial
    expect((await backAtWork()).problems.map(({ code: what }) => what)).toEqual(['second_damaged']);
  });

  it('needs the code, and a place of its own', async () => {
    const plain = await aShop(HERE);
    plain.dialogs.folder = drive;
    expect(await plain.client.backups.chooseSecondMedium({})).toMatchObject({
      refusal: { code: 'needs_recovery_code' },
    });
    await plain.close();
    shop.dialogs.folder = besideStore(shop, 'backups');
    expect(await call('backups.chooseSecondMedium', {})).toMatchObject({ refusal: { code: 'same_place' } });
    await chosen();
    expect(await call('backups.forgetSecondMedium', {})).toMatchObject({ ok: true });
    expect((await shop.client.backups.standing({})).second).toBeNull();
    expect(readdirSync(onDrive()).length).toBeGreaterThan(0);
  });
});

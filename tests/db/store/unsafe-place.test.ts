import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore } from '@db/open';
import { isShare, isSynced, typeInMounts, unsafePlace } from '@db/unsafe-place';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STORE_NOW } from '../../support/store-file';

describe('trust, Durability: places where a store would be lost', () => {
  it.each([
    ['\\\\server\\share\\store', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['\\\\?\\C:\\Users\\小王\\store', false],
    ['\\\\.\\C:\\store', false],
    ['C:\\Users\\小王\\AppData\\Roaming\\Shuke', false],
    ['/home/shop/.config/Shuke', false],
  ])('a network share by its name: %s', (path, share) => {
    expect(isShare(path)).toBe(share);
  });

  it.each([
    ['C:\\Users\\小王\\OneDrive\\店', true],
    ['C:\\Users\\小王\\OneDrive - 街角小店\\店', true],
    ['D:\\Dropbox\\shop', true],
    ['C:\\Users\\小王\\Nutstore\\1\\店', true],
    ['D:\\我的坚果云\\店', true],
    ['D:\\BaiduSyncdisk\\店', true],
    ['/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/shop', true],
    ['G:\\我的云端硬盘\\店', true],
    ['/home/wang/Google Drive/shop', true],
    ['C:\\Users\\小王\\Documents\\店', false],
    ['C:\\onedrive-old\\店', false],
    ['/home/dropboxer/store', false],
  ])('a folder that some program keeps in step: %s', (path, synced) => {
    expect(isSynced(path)).toBe(synced);
  });

  const MOUNTS = `22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
31 22 0:40 / /mnt/share rw - cifs //server/share rw
32 22 0:41 / /mnt/share/inside rw - ext4 /dev/sdb1 rw
33 22 0:42 / /home/wang/our\\040files rw - nfs4 nas:/files rw
34 22 0:43 / /media/stick rw - fuseblk /dev/sdc1 rw
35 22 0:44 / /home/wang/remote rw - fuse.sshfs host: rw
`;
  it.each([
    ['/home/wang/store', 'ext4'],
    ['/mnt/share/store', 'cifs'],
    ['/mnt/shared', 'ext4'],
    ['/mnt/share/inside/store', 'ext4'],
    ['/home/wang/our files/store', 'nfs4'],
    ['/media/stick/store', 'fuseblk'],
    ['/home/wang/remote', 'fuse.sshfs'],
  ])('what Linux says of %s: %s', (path, type) => {
    expect(typeInMounts(MOUNTS, path)).toBe(type);
  });

  describe('on this machine', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'shuke-place-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('a plain folder is a place for a store', () => {
      expect(unsafePlace(join(folder, 'not yet', 'there'))).toBeNull();
    });

    it('is not deceived by a link, and looks for what such programs leave', () => {
      mkdirSync(join(folder, 'OneDrive', 'store'), { recursive: true });
      symlinkSync(join(folder, 'OneDrive', 'store'), join(folder, 'store'));
      expect(unsafePlace(join(folder, 'store'))).toBe('synced_place');
      mkdirSync(join(folder, 'kept', '.stfolder'), { recursive: true });
      expect(unsafePlace(join(folder, 'kept', 'a', 'b'))).toBe('synced_place');
    });

    it('no store is made there, and none is opened', () => {
      const path = join(folder, 'Dropbox', 'shuke.db');
      expect(() => createStore(path, STORE_NOW, () => undefined)).toThrow(
        expect.objectContaining({ code: 'synced_place' }),
      );
    });
  });
});

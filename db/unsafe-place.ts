import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Places where a store is lost sooner or later: a network share locks and flushes as it pleases, and a
 * synced folder is copied file by file while the store is written. Source: trust "Durability".
 */
export type UnsafePlace = 'network_place' | 'synced_place';

/** Folders of the usual programs, in the languages in which they make them; case does not matter. */
const SYNCED =
  /^(onedrive|onedrive - .+|dropbox|dropbox \(.+\)|google ?drive|my drive|我的云端硬盘|google 云端硬盘|icloud ?drive|mobile documents|com~apple~clouddocs|nutstore|nutstore files|我的坚果云|坚果云|baidusyncdisk|baidunetdiskworkspace|百度网盘同步空间|wps cloud files|wpsdrive|weiyun|微云同步|syncthing|nextcloud|owncloud|box sync)$/i;
/** What such programs leave in the folder that they keep. */
const MARKS = ['.dropbox', '.dropbox.cache', '.stfolder', '.nutstore', '.sync'];

/** File systems of Linux that lie across a network, as `mountinfo` names them. */
const NETWORK =
  /^(nfs4?|cifs|smb3|smbfs|9p|afs|ceph|glusterfs|lustre|ncpfs|davfs|fuse\.(?!snapfuse|lxcfs|portal|appimage).+)$/;

/** What is wrong with a folder as the place of a store; null = nothing that is known of. */
export function unsafePlace(folder: string): UnsafePlace | null {
  const real = realOf(folder);
  if (isShare(folder) || isShare(real) || NETWORK.test(fileSystemOf(real))) return 'network_place';
  if (isSynced(folder) || isSynced(real) || isMarked(real)) return 'synced_place';
  return null;
}

/** `\\server\folder`, also as the long form of Windows; not `\\?\C:\`. */
export const isShare = (path: string): boolean => /^\\\\(?:\?\\UNC\\|(?![?.]\\))[^\\]/i.test(path);

/** A part of the path has the name of a folder that some program keeps in step with others. */
export const isSynced = (path: string): boolean => path.split(/[\\/]/).some((part) => SYNCED.test(part));

/** The type of the file system that holds a path, out of the text of `/proc/self/mountinfo`. */
export function typeInMounts(mountinfo: string, path: string): string {
  let [longest, type] = ['', ''];
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = (before.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    );
    const holds = point === '/' || path === point || path.startsWith(`${point}/`);
    // The last of several mounts at one point is the one that is seen.
    if (point !== '' && holds && point.length >= longest.length)
      [longest, type] = [point, after.split(' ')[0] ?? ''];
  }
  return type;
}

function fileSystemOf(path: string): string {
  if (process.platform !== 'linux') return '';
  try {
    return typeInMounts(readFileSync('/proc/self/mountinfo', 'utf8'), path);
  } catch {
    return '';
  }
}

/** Behind links; on Windows also behind the letter of a network drive. The nearest folder that is there. */
function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : realOf(above);
  }
}

function isMarked(folder: string): boolean {
  if (MARKS.some((mark) => existsSync(join(folder, mark)))) return true;
  const above = dirname(folder);
  return above !== folder && isMarked(above);
}

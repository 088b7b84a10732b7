import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The exports in a folder that have their name. */
export const exportsIn = (drive: string): string[] =>
  existsSync(drive)
    ? readdirSync(drive).filter((name) => name.startsWith('shuke-') && !name.endsWith('.part'))
    : [];

/** What of an export is not as its manifest says. */
export function unlikeManifest(folder: string): string[] {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return [`${folder} has no manifest`];
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    files: readonly { name: string; sha256: string }[];
  }; // its own shape is the export's test
  return files.flatMap(({ name, sha256 }) => {
    const file = join(folder, name);
    const hash = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'missing';
    return hash === sha256 ? [] : [`${name} is not what the manifest says`];
  });
}

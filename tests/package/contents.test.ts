import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { licencesOf, packed, resourcesOf } from './packed';

const app = packed();
const resources = resourcesOf(app);
const archive = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
  path.replaceAll('\\', '/'),
);

describe('what is shipped', () => {
  test('main, preload and page are inside', () => {
    expect(archive).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    );
  });

  test('nothing but the built app and better-sqlite3: no sources, tests, maps, or reports', () => {
    const top = new Set(archive.map((path) => path.split('/').slice(1, 3).join('/')));
    const folders = [
      'node_modules',
      'node_modules/better-sqlite3',
      'out',
      'out/main',
      'out/preload',
      'out/renderer',
    ];
    expect([...top].sort()).toEqual([...folders, 'package.json'].sort());
    expect(archive.filter((path) => path.endsWith('.map') || path.includes('/deps/'))).toEqual([]);
  });

  test('one native file, of this platform, and only it lies outside the archive', () => {
    const outside = readdirSync(join(resources, 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    expect(outside).toEqual([`${process.platform}-${process.arch}.node`]);
    expect(archive.filter((path) => path.endsWith('.node'))).toHaveLength(1);
  });

  test('no other app stands beside the archive', () => {
    expect(readdirSync(resources)).not.toContain('app');
    expect(readdirSync(resources)).not.toContain('default_app.asar');
  });
});

describe('licences', () => {
  const read = (name: string) => readFileSync(join(licencesOf(app), name), 'utf8');

  test('ours, and those of all that is bundled, lie beside the program', () => {
    expect(read('shuke.txt')).toMatch(/^MIT License\n/);
    expect(read('better-sqlite3.txt')).toMatch(/MIT/);
    expect(named(read('main.md')).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['kysely', 'zod', 'age-encryption', 'pinyin-pro']),
    );
    expect(named(read('renderer.md')).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['react', '@mantine/core', 'i18next', 'recharts']),
    );
  });

  test('nothing bundled asks more than to be named', () => {
    const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MIT-0'];
    const bundled = [...named(read('main.md')), ...named(read('renderer.md'))];
    expect(
      bundled.filter(({ licence }) => !licence.split(' AND ').every((each) => permissive.includes(each))),
    ).toEqual([]);
  });

  /** `## react - 19.3.1 (MIT)` */
  const named = (text: string) =>
    [...text.matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)].map(([, name = '', licence = '']) => ({
      name,
      licence,
    }));
});

describe('fuses', () => {
  const off = [
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'GrantFileProtocolExtraPrivileges',
  ] as const;
  const on = [
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
  ] as const;

  test.each(off)('%s is off', async (name) => {
    expect((await fuses())[FuseV1Options[name]]).toBe(FuseState.DISABLE);
  });
  test.each(on)('%s is on', async (name) => {
    expect((await fuses())[FuseV1Options[name]]).toBe(FuseState.ENABLE);
  });

  const fuses = () => getCurrentFuseWire(app.executable);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DebianPackage, debianPackage } from './debian-package.mjs';

/** The name under which the servers of a test know each other. */
export const CLUSTER = 'head_office';

export interface ClickHouse {
  readonly servers: readonly [string, ...string[]];
  /** Folder of all their files. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/**
 * Debian's own ClickHouse servers on loopback and free ports, started as whoever runs the test, all files in
 * a temporary folder. Each is a shard of `CLUSTER`. Null where the package cannot be had.
 */
export async function startClickHouse(shards = 1): Promise<ClickHouse | null> {
  const installed = await debianPackage('clickhouse-server');
  if (!installed) return null;
  const folder = mkdtempSync(join(tmpdir(), 'shuke-clickhouse-'));
  const ports = await freePorts(2 * shards);
  const [http, tcp] = [ports.slice(0, shards), ports.slice(shards)];
  const children = http.map((port, at) =>
    start(installed, join(folder, `server-${at}`), { http: port, tcp: tcp[at] ?? 0, all: tcp }),
  );
  const stop = async () => {
    await Promise.all(children.map(stopped));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [first = '', ...others] = http.map((port) => `http://127.0.0.1:${port}`);
    await Promise.all(children.map((child, at) => answering(child, http[at] ?? 0)));
    return { servers: [first, ...others], folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  /** Of all shards. */
  readonly all: readonly number[];
}

function start({ root, env }: DebianPackage, folder: string, ports: Ports): ChildProcess {
  mkdirSync(folder);
  const packaged = join(root, 'etc/clickhouse-server');
  const shards = ports.all.map(
    (port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`,
  );
  // The package's own configuration, but for where it listens, writes and looks for the others.
  const config = readFileSync(join(packaged, 'config.xml'), 'utf8')
    .replace(/<http_port>\d+/, `<listen_host>127.0.0.1</listen_host><http_port>${ports.http}`)
    .replace(/<tcp_port>\d+/, `<tcp_port>${ports.tcp}`)
    .replace(/<interserver_http_port>.*<\/interserver_http_port>/, '')
    .replaceAll('/var/lib/clickhouse/', `${folder}/`)
    .replaceAll('/var/log/clickhouse-server/', `${folder}/`)
    .replace('<users_config>users.xml', `<users_config>${join(packaged, 'users.xml')}`)
    .replace(
      /<remote_servers[\s\S]*<\/remote_servers>/,
      `<remote_servers><${CLUSTER}>${shards.join('')}</${CLUSTER}></remote_servers>`,
    );
  const file = join(folder, 'config.xml');
  writeFileSync(file, config);
  return spawn(join(root, 'usr/sbin/clickhouse-server'), [`--config-file=${file}`], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
}

async function answering(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the ClickHouse server ended with ${child.exitCode}`);
    const isUp = await fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error('the ClickHouse server did not answer within 15 s');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Its data goes with it; a gentle stop would only wait for connections that are kept alive.
  child.kill('SIGKILL');
  await ended;
}

/** Ports that nobody had a moment ago, all different. */
async function freePorts(count: number): Promise<number[]> {
  const held = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    held.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

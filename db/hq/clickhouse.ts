import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { PACKET_KIND_NAMES, type PacketKindName } from '../domain/packets/entries';
import {
  goneRow,
  keptIn,
  type Layout,
  literal,
  shownRow,
  tablesOf,
  unseenIn,
  within,
} from './clickhouse-sql';
import type { Engine, EntryRange, Row } from './engine';

export interface ClickHousePlace extends Layout {
  /** `http://host:8123`; the first is asked, all of them get the tables. */
  readonly servers: readonly [string, ...string[]];
  readonly username?: string;
  readonly password?: string;
}

/** Known to 18.16 and to servers of today. */
const SETTINGS = {
  // What a packet of a newer minor version carries is passed over.
  input_format_skip_unknown_fields: 1,
  // A row is on the disk of its own server when the call comes back.
  insert_distributed_sync: 1,
  // What a question asks of a second table lies on the same server: both are dealt out by store.
  distributed_product_mode: 'local',
  output_format_json_quote_64bit_integers: 0,
  // What does not fit into memory goes to disk instead of being refused.
  max_bytes_before_external_group_by: '1000000000',
  // A long load says now and then that it lives; what lies between would hang up otherwise.
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '110000',
} as const;

type Client = ReturnType<typeof createClient>;

/**
 * The engine for a head office that has outgrown one machine. There are no transactions: facts that nobody
 * sees yet may be there twice or in part, and count once they are loaded whole and their store is shown.
 * One reader writes at a time; its books see to that.
 */
export function clickhouseEngine({ servers, username, password, ...layout }: ClickHousePlace): Engine {
  const connect = (url: string, database: string): Client =>
    createClient({
      url,
      database,
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      // Of the largest load or deletion, not of a question.
      request_timeout: 30 * 60_000,
      clickhouse_settings: SETTINGS,
      // What goes wrong is thrown.
      log: { level: ClickHouseLogLevel.OFF },
    });
  const [first, ...others] = servers;
  const asked = connect(first, layout.database);
  const clients = [asked, ...others.map((url) => connect(url, layout.database))];
  const table = (name: string) => `${layout.database}.${name}`;
  const rows = (sql: string) => rowsOf(asked, sql);
  return {
    prepare: async () => {
      for (const url of servers) {
        // A server looks for the database of a connection before it listens.
        const client = connect(url, 'default');
        await client.command({ query: `create database if not exists ${layout.database}` });
        await client.close();
      }
      // One step on every server before the next one: a view over the cluster looks for its tables there.
      for (const query of tablesOf(layout))
        await Promise.all(clients.map((client) => client.command({ query })));
    },
    load: async ({ files }) => {
      for (const [kind, file] of files) {
        // As it lies there: `insert` would make objects of the lines, and lines of the objects.
        const query = `insert into ${table(kind)} format JSONEachRow`;
        const { stream } = await asked.exec({ query, values: createReadStream(file) });
        await finished(stream.resume());
      }
    },
    forget: async (ranges) => {
      await Promise.all(clients.map((client) => forget(client, layout, PACKET_KIND_NAMES, ranges)));
    },
    show: async (stores, gone) => {
      if (stores.length + gone.length === 0) return;
      const [row] = await rows('select max(shown) as latest from store_shown');
      const shown = Number(row?.latest) + 1;
      const values = [
        ...stores.map((now) => shownRow(now, shown)),
        ...gone.map((store) => goneRow(store, shown)),
      ];
      await asked.insert({ table: table('store_shown'), values, format: 'JSONEachRow' });
    },
    tidy: async () => {
      const counts = await Promise.all(clients.map((client) => tidied(client, layout)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    rows,
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/** `readonly` 2: nothing but reading, with settings of one's own. */
async function rowsOf(client: Client, query: string): Promise<readonly Row[]> {
  const answer = await client.query({
    query,
    format: 'JSONEachRow',
    clickhouse_settings: { readonly: '2' },
  });
  return await answer.json<Row>();
}

/** Ranges in one statement: a server reads no more than 256 KB of it. */
const AT_ONCE = 1000;

/** Deleting is a mutation: it is asked for, and done a little later. */
async function forget(
  client: Client,
  layout: Layout,
  kinds: readonly PacketKindName[],
  ranges: readonly EntryRange[],
): Promise<void> {
  for (let at = 0; at < ranges.length; at += AT_ONCE) {
    const condition = ranges
      .slice(at, at + AT_ONCE)
      .map(within)
      .join(' or ');
    for (const kind of kinds)
      await client.command({ query: `alter table ${keptIn(layout, kind)} delete where ${condition}` });
  }
  const running = `select count() as running from system.mutations
    where database = ${literal(layout.database)} and is_done = 0`;
  const isRunning = async () => Number((await rowsOf(client, running))[0]?.running) > 0;
  while (await isRunning()) await sleep(20);
}

/** Each server looks after its own. */
async function tidied(client: Client, layout: Layout): Promise<number> {
  let removed = 0;
  for (const kind of PACKET_KIND_NAMES) {
    const unseen = await rowsOf(client, unseenIn(layout, kind));
    const ranges = unseen.map(({ store, epoch, first_entry, last_entry }) => ({
      ...{ store: String(store), epoch: String(epoch) },
      ...{ firstEntry: Number(first_entry), lastEntry: Number(last_entry) },
    }));
    await forget(client, layout, [kind], ranges);
    removed += unseen.reduce((sum, { many }) => sum + Number(many), 0);
  }
  return removed;
}

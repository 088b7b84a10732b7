import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Row } from './engine';

/** One DuckDB file: the only place that knows the driver. */
export interface Duck {
  /** One statement, or several that ask for nothing. */
  readonly run: (sql: string, values?: readonly DuckValue[]) => Promise<void>;
  readonly rows: (sql: string, values?: readonly DuckValue[]) => Promise<readonly Row[]>;
  /** All or nothing; it is on the disk when this resolves. */
  readonly together: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

export type DuckValue = string | number | boolean | null;

interface Options {
  /** Nothing can be changed, and no other file read or written. */
  readonly readOnly?: boolean;
  /** Where it puts what does not fit into memory. */
  readonly spill: string;
}

/** A head office's file serves one program at a time: a second one is refused by DuckDB's own lock. */
export async function openDuck(path: string, { readOnly = false, spill }: Options): Promise<Duck> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: readOnly ? 'READ_ONLY' : 'READ_WRITE',
    temp_directory: spill,
    // Rows are found by what they say, not by where they lie: a bulk load then needs no buffer for order.
    preserve_insertion_order: 'false',
    memory_limit: '1GB',
    ...(readOnly ? { enable_external_access: 'false' } : {}),
  });
  const connection = await instance.connect();
  const run: Duck['run'] = async (sql, values) => {
    await connection.run(sql, values && [...values].map(bound));
  };
  return {
    run,
    rows: async (sql, values) => {
      const reader = await connection.runAndReadAll(sql, values && [...values].map(bound));
      return reader.getRowObjects().map(plainRow);
    },
    together: async (work) => {
      await run('begin');
      try {
        const result = await work();
        await run('commit');
        return result;
      } catch (error) {
        await run('rollback');
        throw error;
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL says it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The driver would take every number for a double, which keeps whole numbers only up to 2^53 and compares slowly. */
const bound = (value: DuckValue): DuckDBValue => (Number.isInteger(value) ? BigInt(Number(value)) : value);

function plainRow(row: Record<string, DuckDBValue>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: DuckDBValue): Row[string] {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be counted on`);
    return number;
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

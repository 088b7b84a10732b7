import { hashOfFileSoon } from '@db/durable-file';
import { Intake, type Office } from '@db/hq/intake';
import { describe, expect, it } from 'vitest';
import { query } from '../../electron/hq/commands/query';
import { type OpenedOffice, withOffice } from '../../electron/hq/office';
import { TestOffice, TestStore } from './support';

/** Everything that is written to a disk, in the order in which it is. */
const STEPS = ['keep', 'take', 'load', 'show', 'done'] as const;
type Step = (typeof STEPS)[number];

class Killed extends Error {}

/** The program ends when that step is on the disk, which is also just before the next one. */
function dying(office: OpenedOffice, step: Step): Office {
  const guarded = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== step) return value.bind(target);
        return async (...args: unknown[]) => {
          await value.apply(target, args);
          throw new Killed();
        };
      },
    });
  const { books, engine, shelf } = office;
  return { ...office, books: guarded(books), engine: guarded(engine), shelf: guarded(shelf) };
}

const paid = async (office: TestOffice) =>
  (await office.run(query, ['select coalesce(sum(paid_fen), 0) as paid from purchase_now'])).answer;

describe('trust, Durability: a reader that is killed at any moment loses nothing and doubles nothing', () => {
  it.each(STEPS)('after: %s', async (step) => {
    const store = new TestStore(1);
    const office = await new TestOffice().with(store);
    await office.ingest((await store.pack([1])).path);
    const written = [await store.pack([20]), await store.pack([300]), await store.pack([4000], 'full')];
    await withOffice(office.call(), async (opened) => {
      const intake = new Intake(dying(opened, step));
      const all = async () => {
        for (const { path } of written) {
          const packet = await opened.open(path);
          if ('code' in packet) throw new Error(packet.code);
          await intake.take(path, await hashOfFileSoon(path), packet).finally(packet.close);
        }
        await intake.flush();
      };
      await expect(all()).rejects.toThrow(Killed);
    });
    // Either as before or as after, never between.
    expect([1, 4000]).toContain(((await paid(office)) as { paid: number }[])[0]?.paid);
    await office.ingest(store.folder);
    expect(await paid(office)).toEqual([{ paid: 4000 }]);
    await store.pack([5]);
    await office.ingest(store.folder);
    expect(await paid(office)).toEqual([{ paid: 4005 }]);
  });
});

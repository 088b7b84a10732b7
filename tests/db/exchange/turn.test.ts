import { giveWay, Slices } from '@db/exchange/slices';
import { Turn } from '@db/turn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';

describe('whose turn it is to write', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
  });
  afterAll(() => store.close());

  it('a slice ends as soon as the counter wants to write, seen from another thread', async () => {
    const counter = new Turn();
    const importing = new Turn(counter.shared);
    const slices = new Slices(store.raw, importing);
    slices.run(() => undefined);
    expect(slices.full).toBe(false);
    let begin: () => void = () => undefined;
    const begun = counter.take(
      () =>
        new Promise<void>((resolve) => {
          begin = resolve;
        }),
    );
    expect(slices.full).toBe(true);
    slices.end();
    let given = false;
    const giving = giveWay(importing).then(() => {
      given = true;
    });
    await new Promise((resume) => setTimeout(resume, 10));
    expect(given).toBe(false);
    begin();
    await begun;
    await giving;
    expect(given).toBe(true);
  });

  it('is given back when the counter could not begin', async () => {
    const turn = new Turn();
    await expect(turn.take(() => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(turn.wanted).toBe(false);
  });
});

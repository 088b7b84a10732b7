import { comparePin, hashPin, isOfAnotherPc, type Pepper, PIN_COST } from '@db/staff/pin-hash';
import { describe, expect, it } from 'vitest';

const cheap = { log2N: 1, r: 1, p: 1 };
const pepper: Pepper = { id: '01234567', key: new Uint8Array(32).fill(7) };
const plain = { cost: cheap, pepper: null };
const peppered = { cost: cheap, pepper };

describe('trust, People: how a PIN is kept', () => {
  it('costs what a guess is meant to cost: scrypt with N = 2^15, r = 8, p = 3', async () => {
    expect(PIN_COST).toEqual({ log2N: 15, r: 8, p: 3 });
    const kept = await hashPin('271828', { cost: PIN_COST, pepper: null });
    expect(kept).toMatch(/^scrypt\$15,8,3\$-\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(await comparePin('271828', kept, { cost: PIN_COST, pepper: null })).toBe('right');
  });

  it('is another text each time, and knows its PIN and no other', async () => {
    const [one, other] = await Promise.all([hashPin('271828', plain), hashPin('271828', plain)]);
    expect(one).not.toBe(other);
    expect(await comparePin('271828', one, plain)).toBe('right');
    expect(await comparePin('271829', one, plain)).toBe('wrong');
    expect(await comparePin('', one, plain)).toBe('wrong');
  });

  it('with a pepper tells nothing to who has the file alone', async () => {
    const kept = await hashPin('271828', peppered);
    expect(kept).toContain('$01234567$');
    expect(kept).not.toContain(Buffer.from(pepper.key).toString('base64'));
    expect(await comparePin('271828', kept, peppered)).toBe('right');
    expect(await comparePin('271828', kept.replace('$01234567$', '$-$'), plain)).toBe('wrong');
  });

  it('says when it is to be hashed anew: dearer by now, or a keystore has come', async () => {
    const kept = await hashPin('271828', plain);
    expect(await comparePin('271828', kept, { ...plain, cost: { ...cheap, log2N: 2 } })).toBe('stale');
    expect(await comparePin('271828', kept, peppered)).toBe('stale');
    expect(await comparePin('271829', kept, peppered)).toBe('wrong');
  });

  it('is known as one of another PC, where its pepper is', async () => {
    const kept = await hashPin('271828', peppered);
    expect(isOfAnotherPc(kept, pepper)).toBe(false);
    expect(isOfAnotherPc(kept, null)).toBe(true);
    expect(isOfAnotherPc(kept, { ...pepper, id: '89abcdef' })).toBe(true);
    expect(isOfAnotherPc(await hashPin('271828', plain), pepper)).toBe(false);
  });

  it('does not take a text that it has not written', async () => {
    await expect(comparePin('271828', 'argon2$x', plain)).rejects.toThrow('no way that Shuke knows');
  });
});

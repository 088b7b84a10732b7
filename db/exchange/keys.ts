import { hash } from 'node:crypto';

/**
 * The stored form of a row's identity: phones and numbers of people must not lie in the file of keys
 * in the clear, and 16 bytes of SHA-256 tell apart more rows than any shop has.
 */
export const hashedKey = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

const EMPTY = -1;

/**
 * How often a key has been met in this file, in 14 to 27 bytes a key: a Map of ten million strings would
 * not fit. Keys are told apart by 52 bits of their hash; two that fall together only count on from
 * each other, the same way at every reading of the file.
 */
export class Occurrences {
  private keys = new Float64Array(1 << 12).fill(EMPTY);
  private counts = new Uint16Array(1 << 12);
  private size = 0;

  /** 0 for the first time, 1 for the second. */
  next(hashed: string): number {
    if (this.size * 4 > this.keys.length * 3) this.grow();
    const key = front(hashed);
    const at = this.place(key);
    const count = this.counts[at] ?? 0;
    if (this.keys[at] === EMPTY) {
      this.keys[at] = key;
      this.size++;
    }
    this.counts[at] = Math.min(count + 1, 0xffff);
    return count;
  }

  private place(key: number): number {
    const mask = this.keys.length - 1;
    let at = (key % 0x7fffffff) & mask;
    while (this.keys[at] !== EMPTY && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const [keys, counts] = [this.keys, this.counts];
    this.keys = new Float64Array(keys.length * 2).fill(EMPTY);
    this.counts = new Uint16Array(keys.length * 2);
    keys.forEach((key, from) => {
      if (key === EMPTY) return;
      const at = this.place(key);
      this.keys[at] = key;
      this.counts[at] = counts[from] ?? 0;
    });
  }
}

/**
 * A set of keys in at most 64 bytes each, told apart by 104 bits of their hash: no two of a file fall together.
 * For what decides whether a row is taken, where `Occurrences` only counts.
 */
export class KeySet {
  private slots = new Float64Array(2 << 10).fill(EMPTY);
  private size = 0;

  has(hashed: string): boolean {
    return this.slots[this.place(front(hashed), back(hashed))] !== EMPTY;
  }

  add(hashed: string): void {
    if (this.size * 8 > this.slots.length * 3) this.grow();
    this.put(front(hashed), back(hashed));
  }

  private put(one: number, other: number): void {
    const at = this.place(one, other);
    if (this.slots[at] === EMPTY) this.size++;
    this.slots[at] = one;
    this.slots[at + 1] = other;
  }

  /** Where this key stands, or the free pair of slots where it would. */
  private place(one: number, other: number): number {
    const { slots } = this;
    const mask = slots.length / 2 - 1;
    let pair = (one % 0x7fffffff) & mask;
    while (slots[pair * 2] !== EMPTY && (slots[pair * 2] !== one || slots[pair * 2 + 1] !== other))
      pair = (pair + 1) & mask;
    return pair * 2;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Float64Array(before.length * 2).fill(EMPTY);
    this.size = 0;
    for (let at = 0; at < before.length; at += 2) {
      const [one = EMPTY, other = EMPTY] = before.subarray(at, at + 2);
      if (one !== EMPTY) this.put(one, other);
    }
  }
}

const front = (hashed: string): number => Number.parseInt(hashed.slice(0, 13), 16);
const back = (hashed: string): number => Number.parseInt(hashed.slice(13, 26), 16);

/** A set of small whole numbers (places of members), one bit each. */
export class Marks {
  private bits = new Uint8Array(1 << 10);

  /** True when it was not marked before. */
  mark(place: number): boolean {
    const at = place >> 3;
    if (at >= this.bits.length) {
      const larger = new Uint8Array(Math.max(this.bits.length * 2, at + 1));
      larger.set(this.bits);
      this.bits = larger;
    }
    const bit = 1 << (place & 7);
    const before = this.bits[at] ?? 0;
    this.bits[at] = before | bit;
    return (before & bit) === 0;
  }
}

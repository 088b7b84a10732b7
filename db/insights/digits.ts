const COMMA = 44;
const MINUS = 45;
const DIGIT_0 = 48;

/**
 * Letters and whole numbers out of text that SQL has put together, read byte by byte: strings of millions of
 * rows would cost more than the rows (performance: text built in SQL and cast to a blob is the quickest way out).
 */
export class Digits {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get more(): boolean {
    return this.at < this.bytes.length;
  }

  /** The next byte, as its code. */
  letter(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** The next number; a comma after it is passed. Nothing in its place is 0. */
  number(): number {
    const { bytes } = this;
    const negative = bytes[this.at] === MINUS;
    let at = negative ? this.at + 1 : this.at;
    let value = 0;
    let digit = (bytes[at] ?? 0) - DIGIT_0;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at += 1;
      digit = (bytes[at] ?? 0) - DIGIT_0;
    }
    this.at = bytes[at] === COMMA ? at + 1 : at;
    return negative ? -value : value;
  }
}

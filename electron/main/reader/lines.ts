/**
 * Puts pieces of text together to lines. Ours end with a line feed and nothing else does: Node's own readline
 * also ends a line at U+2028, which may stand in a cell.
 */
export class Lines {
  private waiting: string[] = [];
  /** Characters of the line that has not ended yet. */
  open = 0;

  take(piece: string): string[] {
    const ended: string[] = [];
    const [first = '', ...more] = piece.split('\n');
    this.keep(first);
    for (const next of more) {
      ended.push(this.waiting.join(''));
      this.waiting = [];
      this.open = 0;
      this.keep(next);
    }
    return ended;
  }

  private keep(text: string): void {
    if (text === '') return;
    this.waiting.push(text);
    this.open += text.length;
  }
}

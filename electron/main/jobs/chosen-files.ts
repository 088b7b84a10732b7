import type { ImportKind, Reading } from '../../../db/domain/exchange/fields';

export interface ChosenFile {
  readonly path: string;
  readonly name: string;
  readonly kind: ImportKind;
  /** As it was last shown; a correction is compared with it. */
  readonly reading: Reading;
}

const REMEMBERED = 20;

/** Files that a person has chosen in the system's dialog. The window knows a token of each, never a path. */
export class ChosenFiles {
  private readonly files = new Map<string, ChosenFile>();

  remember(fileId: string, file: ChosenFile): void {
    this.files.delete(fileId);
    this.files.set(fileId, file);
    const oldest = this.files.keys().next().value;
    if (this.files.size > REMEMBERED && oldest !== undefined) this.files.delete(oldest);
  }

  find(fileId: string): ChosenFile | undefined {
    return this.files.get(fileId);
  }
}

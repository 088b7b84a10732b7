const REMEMBERED = 20;

/** Folders that a person has chosen in the system's dialog. The window knows a token of each, never a path. */
export class ChosenFolders {
  private readonly folders = new Map<string, string>();

  remember(folderId: string, folder: string): void {
    this.folders.set(folderId, folder);
    const oldest = this.folders.keys().next().value;
    if (this.folders.size > REMEMBERED && oldest !== undefined) this.folders.delete(oldest);
  }

  find(folderId: string): string | undefined {
    return this.folders.get(folderId);
  }
}

/** A row of the file with the line on which it ends. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

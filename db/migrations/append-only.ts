/** A ledger row is written once: changing or deleting it aborts, whoever asks. */
export function appendOnly(...tables: string[]): string {
  return tables
    .map(
      (table) => `
create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is append-only'); end;
create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, '${table} is append-only'); end;`,
    )
    .join('');
}

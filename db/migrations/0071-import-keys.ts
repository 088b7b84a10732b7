/**
 * Keys of an import that is running, in the order of its file. They move to `import_key` at its end, sorted: a key
 * is a hash, and put in its place one by one each would write a page of its own, twice, for every row of the file.
 * Only one import runs at a time, and its end or its undoing empties the table: no index, and no reference to keep.
 */
export const importKeys = {
  version: 71,
  sql: `
create table import_key_waiting (
  n integer primary key,
  kind text not null check (kind in ('member', 'purchase', 'opening')),
  key text not null,
  target_id text not null,
  batch_id text not null
) strict;
`,
} as const;

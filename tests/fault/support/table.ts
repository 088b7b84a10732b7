import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Figure, figuresFolder, isLong } from './figure';

/** Prints what all suites of this run have found, and writes it to out/fault-table.md. */
export function tellTable(): void {
  const figures = kept();
  if (figures.length === 0) return;
  const table = markdown(figures);
  const file = join(process.cwd(), 'out', 'fault-table.md');
  mkdirSync(join(process.cwd(), 'out'), { recursive: true });
  writeFileSync(file, table);
  process.stdout.write(`\n${table}\n`);
}

function kept(): Figure[] {
  if (!existsSync(figuresFolder)) return [];
  return (
    readdirSync(figuresFolder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      // Written by `measure` of this run: the folder is emptied before each.
      .map((name) => JSON.parse(readFileSync(join(figuresFolder, name), 'utf8')) as Figure)
  );
}

function markdown(figures: readonly Figure[]): string {
  const rows = figures.map(({ test, what, n, seconds, failures, seed, notes }) => [
    test,
    `${n.toLocaleString('en')} ${what}`,
    seconds.toFixed(1),
    String(failures),
    String(seed),
    notes.join('; '),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `${isLong ? 'Long' : 'Fast'} bars, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}.`,
    '',
    line(['test', 'n', 'seconds', 'failures', 'seed', 'seen']),
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(line),
    '',
  ].join('\n');
}

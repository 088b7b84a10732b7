const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** `1.4 MB`: the size of a file, in its largest unit of 1,024. */
export function bytes(size: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  const value = size / 1024 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[step] ?? 'B'}`;
}

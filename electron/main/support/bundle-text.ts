import type { Preferences } from '../../contract/settings';
import type { Fact, Gathered } from './gathered';
import type { Timing } from './timings';

const WORDS = {
  'zh-CN': {
    title: '熟客 支持文件',
    about: [
      '本文件不含姓名、电话、卡号、备注、小票内容或任何人写下的文字；只有版本、数字和故障位置。',
      '它只存到您选的地方，熟客不会把它发给任何人。',
    ],
    program: '版本',
    machine: '电脑',
    store: '店铺数据',
    safety: '备份与操作记录',
    counts: '各表行数',
    check: '数据检查',
    files: '磁盘与文件',
    rules: '规则（不含名称与文字）',
    faults: '最近的故障',
    timings: '耗时（毫秒）',
    log: '日志末尾（已脱敏）',
    none: '（无）',
    good: '完好',
  },
  en: {
    title: 'Shuke support file',
    about: [
      'There are no names, phones, card numbers, notes, receipts or words of anybody in this file: versions, numbers and places of faults only.',
      'It goes where you save it and nowhere else: Shuke sends it to nobody.',
    ],
    program: 'Versions',
    machine: 'This PC',
    store: 'Store',
    safety: 'Backups and audit trail',
    counts: 'Rows per table',
    check: 'Check of the data',
    files: 'Disk and files',
    rules: 'Rules (without names and texts)',
    faults: 'Latest faults',
    timings: 'Durations (milliseconds)',
    log: 'End of the log (masked)',
    none: '(none)',
    good: 'whole',
  },
} as const;

/** The support file, exactly as it is shown and as it is saved: plain text in sections. */
export function bundleText(gathered: Gathered, locale: Preferences['locale']): string {
  const words = WORDS[locale];
  const section = (head: string, lines: readonly string[]) =>
    [`== ${head} ==`, ...(lines.length === 0 ? [words.none] : lines), ''].join('\n');
  const { figures } = gathered;
  return [
    `${words.title}\n${gathered.at} (${gathered.zone})\n${words.about.join('\n')}\n`,
    section(words.program, gathered.program.map(factLine)),
    section(words.machine, gathered.machine.map(factLine)),
    section(words.store, gathered.store.map(factLine)),
    section(words.safety, gathered.safety.map(factLine)),
    section(words.check, 'unreadable' in figures ? [figures.unreadable] : checkLines(figures, words.good)),
    section(
      words.counts,
      'unreadable' in figures ? [] : figures.tables.map(({ name, rows }) => `${name}: ${rows}`),
    ),
    section(words.files, gathered.files.map(factLine)),
    section(words.timings, gathered.timings.map(timingLine)),
    section(words.faults, gathered.log.faults.slice(-20)),
    section(words.log, gathered.log.lines),
    section(words.rules, gathered.rules),
  ].join('\n');
}

const factLine = ([name, value]: Fact): string => `${name}: ${value === null ? '-' : value}`;

const checkLines = (
  {
    schemaVersion,
    pages,
    pageBytes,
    freePages,
    wrong,
    dangling,
  }: Extract<Gathered['figures'], { tables: unknown }>,
  good: string,
): string[] => [
  `schema: ${schemaVersion}`,
  `pages: ${pages} x ${pageBytes}, ${freePages} free`,
  `quick_check: ${wrong.length === 0 ? good : wrong.join('; ')}`,
  `dangling rows: ${dangling}`,
];

const timingLine = ({ channel, calls, half, most, longest }: Timing): string =>
  `${channel}: ${calls} x, 50 % <= ${half ?? '>10000'}, 95 % <= ${most ?? '>10000'}, longest ${longest}`;

import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../ui/figure-table';
import type { ChangeRow, Value } from '../change-rows';
import { type RuleWords, RuleWordsContext } from '../rule-words';
import { useValueWords } from '../use-words';

interface ChangeTableProps {
  readonly rows: readonly ChangeRow[];
  /** The rows are rules, by their paths. */
  readonly ofRules: boolean;
}

/** What it was, and what it became. */
export function ChangeTable({ rows, ofRules }: ChangeTableProps) {
  const { t } = useTranslation('audit');
  const words = useValueWords();
  const rules = useContext(RuleWordsContext);
  const cellsOf = ({ path, before, after }: ChangeRow) =>
    (ofRules && rules !== null ? ruleCells(rules, path, before, after) : null) ?? [
      path.length === 0 ? t('change.value') : words.nameOf(path),
      words.valueOf(path, before) || '—',
      words.valueOf(path, after) || '—',
    ];
  return (
    <FigureTable
      label={t('change.title')}
      columns={[t('change.what'), t('change.before'), t('change.after')]}
      words={[1, 2]}
      rows={rows.map((row, at) => ({ id: `${at} ${row.path.join(' ')}`, cells: cellsOf(row) }))}
    />
  );
}

/** Null where it is no rule: the day from which they count, for instance. */
function ruleCells(
  { labelOf, wordsOf }: RuleWords,
  [rule, ...deeper]: readonly string[],
  before: Value | undefined,
  after: Value | undefined,
): string[] | null {
  if (rule?.includes('.') !== true || deeper.length > 0) return null;
  const [was, is] = [before, after].map((value) => (typeof value === 'string' ? value : ''));
  const say = (value: string | undefined) =>
    value === undefined || value === '' ? '—' : wordsOf(rule, value);
  return [labelOf(rule, is || was || ''), say(was), say(is)];
}

import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../ui/figure-table';
import type { ChangeRow } from '../change-rows';
import { useValueWords } from '../use-words';

/** What it was, and what it became. */
export function ChangeTable({ rows }: { readonly rows: readonly ChangeRow[] }) {
  const { t } = useTranslation('audit');
  const words = useValueWords();
  return (
    <FigureTable
      label={t('change.title')}
      columns={[t('change.what'), t('change.before'), t('change.after')]}
      words={[1, 2]}
      rows={rows.map(({ path, before, after }, at) => ({
        id: `${at} ${path.join(' ')}`,
        cells: [
          path.length === 0 ? t('change.value') : words.nameOf(path),
          words.valueOf(path, before) || '—',
          words.valueOf(path, after) || '—',
        ],
      }))}
    />
  );
}

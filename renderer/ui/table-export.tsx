import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tableInFront } from '../lib/figures-view';
import { whole } from '../lib/format';
import type { FunctionKey } from '../lib/function-keys';
import { type Mishap, mishapOf } from '../lib/mishap';
import type { Table } from '../lib/table';
import { useAct } from '../lib/use-command';
import { FaultLine } from './fault-line';
import { Notice } from './notice';

interface TableExport {
  /** For the screen's `useFunctionKeys`. */
  readonly key: FunctionKey;
  /** What became of the file; stands above what was exported. */
  readonly note: ReactNode;
}

interface Exported {
  /** What is exported, read first where the screen shows only a part of it; the table in which the focus is, or the topmost one, unless told. */
  readonly table?: () => Table | null | Promise<Table | null>;
  /** What one must know to read it: the period, as of when, how it was narrowed. */
  readonly notes?: readonly { readonly name: string; readonly text: string }[];
}

/** F10: what is on the screen as a workbook or CSV; the name that one gives the file decides. */
export function useTableExport({ table = tableInFront, notes = [] }: Exported = {}): TableExport {
  const { t } = useTranslation('common');
  const saving = useAct('exchange', 'saveTable');
  const [nothing, setNothing] = useState(false);
  const [unread, setUnread] = useState<Mishap | null>(null);
  const run = async () => {
    setUnread(null);
    try {
      const shown = await table();
      setNothing(shown === null);
      if (shown !== null) void saving.run(savedFrom(shown, notes));
    } catch (error) {
      setUnread(mishapOf(error));
    }
  };
  return {
    key: { key: 'F10', word: t('export.key'), run: () => void run(), disabled: saving.now.state === 'busy' },
    note:
      unread !== null ? (
        <FaultLine mishap={unread} onRetry={() => void run()} />
      ) : nothing ? (
        <Notice tone="quiet">{t('export.nothing')}</Notice>
      ) : (
        <ExportNote of={saving.now} onRetry={() => void run()} />
      ),
  };
}

/** As the screen shows it, its sums in the last row. */
const savedFrom = ({ title, columns, rows, total }: Table, notes: NonNullable<Exported['notes']>) => ({
  title,
  columns: [...columns],
  rows: [...rows.map(({ cells }) => [...cells]), ...(total === undefined ? [] : [[...total]])],
  notes: [...notes],
});

function ExportNote({
  of,
  onRetry,
}: {
  readonly of: ReturnType<typeof useAct<'exchange', 'saveTable'>>['now'];
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('common');
  switch (of.state) {
    case 'busy':
      return <Notice tone="quiet">{t('export.writing')}</Notice>;
    case 'refused':
      return <Notice tone="danger">{t(`export.not_written_${of.refusal.params.why}`)}</Notice>;
    case 'fault':
      return <FaultLine mishap={of.mishap} onRetry={onRetry} />;
    case 'done':
      return of.value === null ? null : (
        <Notice tone="good">
          {t('export.written', { count: of.value.rows, rows: whole(of.value.rows), path: of.value.path })}
        </Notice>
      );
    case 'idle':
      return null;
  }
}

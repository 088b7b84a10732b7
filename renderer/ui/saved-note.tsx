import { useTranslation } from 'react-i18next';
import { whole } from '../lib/format';
import type { RefusalFor, Settled } from '../lib/use-command';
import { FaultLine } from './fault-line';
import { Notice } from './notice';

interface SavedNoteProps {
  readonly of: Settled<
    { readonly path: string; readonly rows: number } | null,
    RefusalFor<'exchange', 'saveTable'>
  >;
  readonly onRetry: () => void;
}

/** What became of a table that was written to a file: where it is, or why it is not. */
export function SavedNote({ of, onRetry }: SavedNoteProps) {
  const { t } = useTranslation('common');
  switch (of.state) {
    case 'busy':
      return <Notice tone="quiet">{t('figures.saving')}</Notice>;
    case 'refused':
      return <Notice tone="danger">{t(`figures.not_written_${of.refusal.params.why}`)}</Notice>;
    case 'fault':
      return <FaultLine mishap={of.mishap} onRetry={onRetry} />;
    case 'done':
      return of.value === null ? null : (
        <Notice tone="good">
          {t('figures.saved', { count: of.value.rows, rows: whole(of.value.rows), path: of.value.path })}
        </Notice>
      );
    case 'idle':
      return null;
  }
}

import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import { FaultLine } from '../../../../ui/fault-line';
import { Notice } from '../../../../ui/notice';
import type { useExportArchive } from '../../api';

interface ExportNoteProps {
  readonly of: ReturnType<typeof useExportArchive>['now'];
  readonly onRetry: () => void;
}

/** What became of the file: where it is, or why it is not. */
export function ExportNote({ of, onRetry }: ExportNoteProps) {
  const { t } = useTranslation('complaints');
  switch (of.state) {
    case 'busy':
      return <Notice tone="quiet">{t('archive.exporting')}</Notice>;
    case 'refused':
      return <Notice tone="danger">{t(`archive.not_written_${of.refusal.params.why}`)}</Notice>;
    case 'fault':
      return <FaultLine mishap={of.mishap} onRetry={onRetry} />;
    case 'done':
      return of.value === null ? null : (
        <Notice tone="good">
          {t('archive.exported', {
            count: of.value.rows,
            rows: whole(of.value.rows),
            path: of.value.path,
          })}
        </Notice>
      );
    case 'idle':
      return null;
  }
}

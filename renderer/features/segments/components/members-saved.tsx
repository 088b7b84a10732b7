import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import type { useSaveMembers } from '../api';

interface MembersSavedProps {
  readonly of: ReturnType<typeof useSaveMembers>['now'];
  readonly onRetry: () => void;
}

/** What became of the file of members: where it is, or why it is not. */
export function MembersSaved({ of, onRetry }: MembersSavedProps) {
  const { t } = useTranslation('segments');
  switch (of.state) {
    case 'busy':
      return <Notice tone="quiet">{t('list.saving')}</Notice>;
    case 'refused':
      return (
        <Notice tone="danger">
          {of.refusal.code === 'needs_manager'
            ? t('list.needs_manager')
            : t(`list.not_written_${of.refusal.params.why}`)}
        </Notice>
      );
    case 'fault':
      return <FaultLine mishap={of.mishap} onRetry={onRetry} />;
    case 'done':
      return of.value.path === null ? null : (
        <Notice tone="good">
          {t('list.saved', {
            count: of.value.members,
            members: whole(of.value.members),
            path: of.value.path,
          })}
        </Notice>
      );
    case 'idle':
      return null;
  }
}

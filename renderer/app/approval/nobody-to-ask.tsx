import type { ApprovalNeed } from '@contract/calling';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../lib/cover';
import frame from '../../ui/cover-step.module.css';
import { Notice } from '../../ui/notice';
import { ApprovalHead } from './approval-head';

interface NobodyToAskProps {
  readonly need: ApprovalNeed;
  readonly onBack: () => void;
}

/** Nobody who may approve it has a PIN: what to do about it. */
export function NobodyToAsk({ need, onBack }: NobodyToAskProps) {
  const { t } = useTranslation('staff');
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    onBack();
  };
  useCoverKeys({ press, scanned: () => {} });
  return (
    <div className={frame.step}>
      <ApprovalHead need={need} onBack={onBack} />
      <Notice tone="mind">{t(need.another ? 'approve.nobody_else' : `approve.nobody.${need.role}`)}</Notice>
    </div>
  );
}

import type { ApprovalNeed } from '@contract/calling';
import { useTranslation } from 'react-i18next';
import frame from '../../ui/cover-step.module.css';
import { KeyCap } from '../../ui/key-cap';
import { useApprovalWords } from './approval-words';

interface ApprovalHeadProps {
  readonly need: ApprovalNeed;
  readonly onBack: () => void;
}

/** What is to be approved, and why it needs somebody. */
export function ApprovalHead({ need, onBack }: ApprovalHeadProps) {
  const { t } = useTranslation('staff');
  const say = useApprovalWords();
  const why = say.why(need);
  return (
    <>
      <header className={frame.head}>
        <h1>{say.what(need)}</h1>
        <button type="button" className={frame.leave} onClick={onBack}>
          <KeyCap>Esc</KeyCap> {t('approve.no')}
        </button>
      </header>
      {why === null ? null : <p>{why}</p>}
    </>
  );
}

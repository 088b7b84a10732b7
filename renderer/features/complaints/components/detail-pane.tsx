import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail, useComplaint } from '../api';
import { isAllowed, type Step } from '../steps';
import { ComplaintDetailView } from './complaint-detail';

interface DetailPaneProps {
  readonly of: ReturnType<typeof useComplaint>;
  /** Only shown where the complaint still allows it. */
  readonly step: Step | null;
  readonly done: Step | null;
  readonly onStep: (step: Step) => void;
  readonly onDone: (step: Step) => void;
  readonly onCancel: () => void;
  readonly onBack: () => void;
}

export function DetailPane({ of, step, ...rest }: DetailPaneProps) {
  const { t } = useTranslation('complaints');
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={6} height={48} />}
      isEmpty={(complaint) => complaint === null}
      empty={<Notice tone="danger">{t('detail.gone')}</Notice>}
    >
      {(complaint) => (
        <ComplaintDetailView
          {...rest}
          // `isEmpty` has let null go no further; a render prop cannot say so in types.
          complaint={complaint as ComplaintDetail}
          step={complaint !== null && step !== null && isAllowed(step, complaint.state) ? step : null}
        />
      )}
    </Awaited>
  );
}

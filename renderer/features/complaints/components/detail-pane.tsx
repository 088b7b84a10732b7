import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail, useComplaint } from '../api';
import { isAllowed } from '../steps';
import { type ComplaintDetailProps, ComplaintDetailView } from './complaint-detail';

interface DetailPaneProps extends Omit<ComplaintDetailProps, 'complaint'> {
  readonly of: ReturnType<typeof useComplaint>;
}

/** The step is only shown where the complaint still allows it. */
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
          step={complaint !== null && step !== null && isAllowed(step, complaint) ? step : null}
        />
      )}
    </Awaited>
  );
}

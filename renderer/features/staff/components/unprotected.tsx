import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import { Cover } from '../../../ui/cover';
import frame from '../../../ui/cover-step.module.css';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';

interface UnprotectedProps {
  readonly onBack: () => void;
  readonly onSetPin: () => void;
}

/** A shop without PINs has no lock: what that means, and the way to set one. */
export function Unprotected(props: UnprotectedProps) {
  const { t } = useTranslation('staff');
  return (
    <Cover label={t('open.title')} hides="dimmed">
      <Words {...props} />
    </Cover>
  );
}

function Words({ onBack, onSetPin }: UnprotectedProps) {
  const { t } = useTranslation(['staff', 'common']);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter') onSetPin();
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: () => {} });
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>{t('open.title')}</h1>
        <button type="button" className={frame.leave} onClick={onBack}>
          <KeyCap>Esc</KeyCap> {t('common:act.back')}
        </button>
      </header>
      <p>{t('open.what')}</p>
      <div className={frame.acts}>
        <KeyButton cap="Enter" onClick={onSetPin} data-cover-focus="">
          {t('open.set')}
        </KeyButton>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFunctionPress } from '../../../lib/use-function-press';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useSaveBundle } from '../api';

/** Saves exactly what is shown. */
export function SaveBundle({ id }: { readonly id: string }) {
  const { t } = useTranslation('support');
  const saving = useSaveBundle();
  const { now } = saving;
  const run = () => void saving.run({ id });
  useFunctionPress('F10', run);
  return (
    <>
      <KeyButton cap="F10" onClick={run} loading={now.state === 'busy'} aria-keyshortcuts="F10">
        {t('save')}
      </KeyButton>
      {now.state === 'refused' ? (
        <Notice tone="danger">
          {now.refusal.code === 'gone' ? t('refused.gone') : t(`refused.${now.refusal.params.why}`)}
        </Notice>
      ) : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={run} /> : null}
      {now.state === 'done' && now.value !== null ? (
        <Notice tone="good">
          {t('saved', { path: now.value.path, size: whole(Math.ceil(now.value.bytes / 1024)) })}
        </Notice>
      ) : null}
    </>
  );
}

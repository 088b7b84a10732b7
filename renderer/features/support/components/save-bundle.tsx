import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
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
      <NotDone
        of={now}
        words={(refusal) =>
          refusal.code === 'gone' ? t('refused.gone') : t(`refused.${refusal.params.why}`)
        }
        onRetry={run}
      />
      {now.state === 'done' && now.value !== null ? (
        <Notice tone="good">
          {t('saved', { path: now.value.path, size: whole(Math.ceil(now.value.bytes / 1024)) })}
        </Notice>
      ) : null}
    </>
  );
}

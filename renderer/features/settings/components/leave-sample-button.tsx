import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEnterStore } from '../../../lib/store-view';
import { useLeaveSample } from '../api';

/** Back to one's own store, or to the first screen where there is none. */
export function LeaveSampleButton(look: ButtonProps) {
  const { t } = useTranslation('settings');
  const { run, now } = useLeaveSample();
  const enter = useEnterStore();
  const leave = async () => {
    const end = await run({});
    if (end.state === 'done') enter(end.value);
  };
  return (
    <Button variant="default" {...look} loading={now.state === 'busy'} onClick={() => void leave()}>
      {t('sample.leave')}
    </Button>
  );
}

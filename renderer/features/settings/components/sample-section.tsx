import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { useEnterSample } from '../use-enter-sample';
import { LeaveSampleButton } from './leave-sample-button';
import { SampleProgress } from './sample-progress';
import { Section } from './section';

/** To the sample store and back; one's own store is closed meanwhile, never mixed. */
export function SampleSection() {
  const { t } = useTranslation('settings');
  const { sample } = useOpenStore();
  const enter = useEnterSample();
  return (
    <Section title={t('sample.title')} about={t('sample.about')}>
      {sample ? (
        <LeaveSampleButton />
      ) : (
        <Button variant="default" loading={enter.now.state === 'busy'} onClick={() => void enter.run()}>
          {t('sample.open')}
        </Button>
      )}
      <SampleProgress of={enter.now} />
    </Section>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShowStoreFolder } from '../api';
import { Section } from './section';

export function DataSection() {
  const { t } = useTranslation('settings');
  const show = useShowStoreFolder();
  return (
    <Section title={t('data.title')} about={t('data.about')}>
      <Button variant="default" onClick={() => void show.run({})}>
        {t('data.show')}
      </Button>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch';
import { Section } from './section';
import { ThemeSwitch } from './theme-switch';
import { ZoomSwitch } from './zoom-switch';

export function LookSection() {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('look.title')} about={t('look.about')}>
      <LanguageSwitch />
      <ThemeSwitch />
      <ZoomSwitch />
      <p className="quiet">{t('zoom.keys')}</p>
    </Section>
  );
}

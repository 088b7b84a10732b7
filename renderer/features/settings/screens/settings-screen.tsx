import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useShopRules } from '../api';
import { DataSection } from '../components/data-section';
import { LanguageSwitch } from '../components/language-switch';
import { RulesForm } from '../components/rules-form';
import { SampleSection } from '../components/sample-section';
import { Section } from '../components/section';
import { ShopSection } from '../components/shop-section';
import { ThemeSwitch } from '../components/theme-switch';
import classes from './settings-screen.module.css';

/** `display`: what can be set about the customer's screen, which is another feature's. */
export function SettingsScreen({ display }: { readonly display: ReactNode }) {
  const { t } = useTranslation('settings');
  const rules = useShopRules();
  return (
    <div className={classes.screen}>
      <div className={classes.page}>
        <h1 className={classes.title}>{t('title')}</h1>
        <Section title={t('look.title')} about={t('look.about')}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Section>
        <ShopSection />
        <Section title={t('display.title')} about={t('display.about')}>
          {display}
        </Section>
        <Awaited of={rules} skeleton={<Bones rows={8} height={48} />}>
          {(inUse) => <RulesForm version={inUse.version} rules={inUse.rules} />}
        </Awaited>
        <DataSection />
        <SampleSection />
      </div>
    </div>
  );
}

import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useIndex } from '../../../lib/use-index';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { IndexedPages } from '../../../ui/indexed-pages';
import { type RulesInUse, useShopRules } from '../api';
import { BandsSection } from '../components/bands-section';
import { CareSection } from '../components/care-section';
import { ComplaintsSection } from '../components/complaints-section';
import { CouponsSection } from '../components/coupons-section';
import { DataSection } from '../components/data-section';
import { DaysSection } from '../components/days-section';
import { EventsSection } from '../components/events-section';
import { HistorySection } from '../components/history-section';
import { HoursSection } from '../components/hours-section';
import { InsightsSection } from '../components/insights-section';
import { LookSection } from '../components/look-section';
import { PointsSection } from '../components/points-section';
import { SampleSection } from '../components/sample-section';
import { SaveBar } from '../components/save-bar';
import { ScriptsSection } from '../components/scripts-section';
import { Section } from '../components/section';
import { SectionMark } from '../components/section-mark';
import { ShopSection } from '../components/shop-section';
import { StaffSection } from '../components/staff-section';
import { SurveysSection } from '../components/surveys-section';
import { TiersSection } from '../components/tiers-section';
import { blankTemplate } from '../draft/templates';
import { RULE_SECTION_NAMES } from '../sections';
import { RulesEditContext, useRulesEdit } from '../use-rules-edit';
import classes from './settings-screen.module.css';

/** The parts in the order of the index: the rules of the shop, what became of them, then the PC and its store. */
const PARTS = [...RULE_SECTION_NAMES, 'history', 'look', 'shop', 'dock', 'display', 'data'] as const;
type Part = (typeof PARTS)[number];

interface SettingsScreenProps {
  /** What can be set about the customer's screen, which is another feature's. */
  readonly display: ReactNode;
  /** How practice is begun. */
  readonly practice: ReactNode;
  /** What can be set about the form of the window and the key that calls it. */
  readonly dock: ReactNode;
}

export function SettingsScreen(joined: SettingsScreenProps) {
  const rules = useShopRules();
  return (
    <Awaited of={rules} skeleton={<Bones rows={8} height={48} />}>
      {(inUse) => <SettingsOf inUse={inUse} {...joined} />}
    </Awaited>
  );
}

function SettingsOf({
  inUse,
  display,
  dock,
  practice,
}: SettingsScreenProps & { readonly inUse: RulesInUse }) {
  const { t } = useTranslation(['settings', 'practice']);
  const { today } = useFormat();
  const edit = useRulesEdit(inUse);
  /** The coupon that was begun in place of a discount. */
  const [begun, setBegun] = useState<string | null>(null);
  const index = useIndex(PARTS);
  const toIndex = index.focus;
  useHotkeys([['mod+Enter', () => void edit.save()]], []);
  const isDirty = edit.changed.length > 0;
  // The bar goes with what was saved or let go, and with it the button that had the focus.
  useEffect(() => {
    if (!isDirty && document.activeElement === document.body) toIndex();
  }, [isDirty, toIndex]);

  const onCoupon = () => {
    const template = blankTemplate(today);
    edit.put({ templates: [...edit.draft.templates, template] });
    setBegun(template.id);
    index.open('coupons');
  };
  const screens: Readonly<Record<Part, ReactNode>> = {
    points: <PointsSection />,
    tiers: <TiersSection onCoupon={onCoupon} />,
    days: <DaysSection />,
    coupons: <CouponsSection begun={begun} />,
    events: <EventsSection />,
    complaints: <ComplaintsSection />,
    hours: <HoursSection />,
    care: <CareSection />,
    scripts: <ScriptsSection />,
    surveys: <SurveysSection />,
    bands: <BandsSection />,
    insights: <InsightsSection />,
    staff: <StaffSection />,
    history: <HistorySection />,
    look: <LookSection />,
    shop: <ShopSection />,
    dock: (
      <Section title={t('dock.title')} about={t('dock.about')}>
        {dock}
      </Section>
    ),
    display: (
      <Section title={t('display.title')} about={t('display.about')}>
        {display}
      </Section>
    ),
    data: (
      <>
        <DataSection />
        <SampleSection />
        <Section title={t('practice:beginHow.title')} about={t('practice:beginHow.about')}>
          {practice}
        </Section>
      </>
    ),
  };

  return (
    <RulesEditContext value={edit}>
      <div className={classes.screen}>
        <IndexedPages
          title={t('title')}
          label={t('index')}
          index={{
            ...index,
            open: (part) => {
              setBegun(null);
              index.open(part);
            },
          }}
          pages={PARTS.map((name) => ({
            name,
            word: (
              <>
                {t(`section.${name}`)}
                <SectionMark name={name} />
              </>
            ),
            page: () => screens[name],
          }))}
        />
        <SaveBar />
      </div>
    </RulesEditContext>
  );
}

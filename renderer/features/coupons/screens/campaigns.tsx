import { isForCampaign } from '@domain/coupons/campaign';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { useDebouncedValue } from '@mantine/hooks';
import type { Ref, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { useRules } from '../api';
import { beginCampaign, useDraft, whomOf } from '../campaign-draft';
import { CampaignBatches } from '../components/campaign-batches';
import { CampaignForm } from '../components/campaign-form';
import { CampaignPreview } from '../components/campaign-preview';
import classes from './campaigns.module.css';

const TYPING_MS = 150;

interface CampaignsProps {
  readonly onSettings: () => void;
  /** The first field, for the key that begins a campaign. */
  readonly firstRef: RefObject<HTMLSelectElement | null>;
  readonly batchesRef: Ref<HTMLDivElement>;
}

/** Coupons for many at once: which, for whom, what it would be; and what has become of the ones before. */
export function Campaigns({ onSettings, firstRef, batchesRef }: CampaignsProps) {
  const { t } = useTranslation('campaigns');
  const store = useOpenStore();
  return (
    <section className={classes.part} aria-label={t('title')}>
      <Awaited of={useRules()} skeleton={<Bones rows={8} height={48} />}>
        {({ rules }) => (
          <Prepare
            templates={rules.coupons.templates.filter(isForCampaign)}
            onSettings={onSettings}
            firstRef={firstRef}
          />
        )}
      </Awaited>
      <div className={classes.past} ref={batchesRef}>
        <h2 className={classes.head}>{t('past')}</h2>
        <CampaignBatches
          onAgain={(whom) => {
            beginCampaign(store.id, whom);
            firstRef.current?.focus();
          }}
        />
      </div>
    </section>
  );
}

interface PrepareProps extends Pick<CampaignsProps, 'onSettings' | 'firstRef'> {
  readonly templates: readonly CouponTemplate[];
}

function Prepare({ templates, onSettings, firstRef }: PrepareProps) {
  const { t } = useTranslation('campaigns');
  const store = useOpenStore();
  const { draft, confirmed } = useDraft(store.id);
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const read = whomOf(draft);
  const asked = whomOf(settled);
  const template = templates.find(({ id }) => id === draft.templateId);
  if (templates.length === 0) {
    return (
      <div className={classes.form}>
        <h2 className={classes.head}>{t('title')}</h2>
        <p className={classes.empty}>{t('noTemplates')}</p>
        <KeyButton cap="Ctrl+0" variant="default" onClick={onSettings}>
          {t('toSettings')}
        </KeyButton>
      </div>
    );
  }
  return (
    <>
      <div className={classes.form}>
        <h2 className={classes.head}>{t('title')}</h2>
        <CampaignForm templates={templates} draft={draft} read={read} firstRef={firstRef} />
      </div>
      <div className={classes.preview}>
        <CampaignPreview
          template={template ?? null}
          read={asked}
          isTyping={JSON.stringify(asked) !== JSON.stringify(read)}
          confirmed={confirmed}
        />
      </div>
    </>
  );
}

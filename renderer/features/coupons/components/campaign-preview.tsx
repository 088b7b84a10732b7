import type { Segment } from '@contract/coupons';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import type { RefusalFor } from '../../../lib/use-command';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type BatchPreview, usePreviewBatch, useStartBatch } from '../api';
import { keepConfirmed, type ReadSegment } from '../campaign-draft';
import { validWords } from '../words';
import classes from './campaign-preview.module.css';

const NOBODY_ASKED: Segment = {
  tiers: [],
  boughtWithinDays: null,
  silentForDays: null,
  birthdayMonth: null,
  minVisits: null,
  tag: null,
  marketingOnly: false,
};

interface CampaignPreviewProps {
  readonly template: CouponTemplate | null;
  /** What was typed a moment ago. */
  readonly read: ReadSegment;
  /** Something has been typed since. */
  readonly isTyping: boolean;
  readonly confirmed: { readonly name: string; readonly members: number } | null;
}

/** How many, at most how much, from when to when; and the button that says so before it does so. */
export function CampaignPreview({ template, read, isTyping, confirmed }: CampaignPreviewProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Panel title={t('preview.title')}>
      {template !== null && read.ok ? (
        <Foreseen template={template} segment={read.segment} isTyping={isTyping} />
      ) : confirmed !== null ? (
        <Notice tone="good">
          {t('preview.confirmed', {
            count: confirmed.members,
            members: whole(confirmed.members),
            name: confirmed.name,
          })}
        </Notice>
      ) : (
        <p className={classes.teach}>{t(read.ok ? 'preview.teach' : 'preview.malformed')}</p>
      )}
    </Panel>
  );
}

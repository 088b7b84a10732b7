import type { CouponTemplate } from '@domain/coupons/coupon';
import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
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
import { keepConfirmed, type ReadWhom } from '../campaign-draft';
import { validWords } from '../words';
import classes from './campaign-preview.module.css';

interface CampaignPreviewProps {
  readonly template: CouponTemplate | null;
  /** What was typed a moment ago. */
  readonly read: ReadWhom;
  /** Something has been typed since. */
  readonly isTyping: boolean;
  readonly confirmed: { readonly name: string; readonly members: number } | null;
}

/** What a campaign would be, while it is typed; and what was confirmed last. */
export function CampaignPreview({ template, read, isTyping, confirmed }: CampaignPreviewProps) {
  const { t } = useTranslation('campaigns');
  if (template !== null && read.ok) return <Foreseen template={template} whom={read} isTyping={isTyping} />;
  return (
    <Panel title={t('preview.title')}>
      {confirmed !== null ? (
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

/** What is shown is no longer so: it is asked again. */
const HAS_CHANGED = new Set<RefusalFor<'coupons', 'startBatch'>['code']>([
  'members_changed',
  'rules_changed',
]);

interface ForeseenProps {
  readonly template: CouponTemplate;
  readonly whom: Extract<ReadWhom, { ok: true }>;
  readonly isTyping: boolean;
}

/** How many and at most how much; the button says both before it does it, and it is not a plain Enter. */
function Foreseen({ template, whom: { rule, segmentId }, isTyping }: ForeseenProps) {
  const { t } = useTranslation('campaigns');
  const store = useOpenStore();
  const preview = usePreviewBatch(template.id, rule);
  const start = useStartBatch();
  const asked = `${template.id} ${segmentId} ${JSON.stringify(rule)}`;
  const { reset } = start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about what was asked; anything else is a new question
  useEffect(reset, [reset, asked]);

  const foreseen = preview.data;
  // What stands on the button is what is asked for; that it still holds, main checks.
  const isFresh = !isTyping && !preview.isPlaceholderData;
  const may = foreseen !== undefined && foreseen.members > 0 && foreseen.lastDay !== null;
  const confirm = async () => {
    if (!isFresh || !may) return;
    const { members: expectedMembers, ruleVersion } = foreseen;
    const end = await start.run({
      ...{ templateId: template.id, rule, segmentId },
      ...{ expectedMembers, ruleVersion },
    });
    if (end.state === 'done') keepConfirmed(store.id, { name: template.name, members: end.value.members });
    if (end.state === 'refused' && HAS_CHANGED.has(end.refusal.code)) await preview.refetch();
  };
  useHotkeys([['mod+Enter', () => void confirm()]], []);

  return (
    <Panel
      title={t('preview.title')}
      foot={
        may ? (
          <KeyButton
            cap="Ctrl+Enter"
            fullWidth
            classNames={{ root: classes.do, label: classes.doWords }}
            disabled={!isFresh}
            loading={start.now.state === 'busy'}
            onClick={() => void confirm()}
          >
            {doWords(foreseen)}
          </KeyButton>
        ) : undefined
      }
    >
      <Awaited of={preview} skeleton={<Bones rows={5} height={32} />}>
        {(shown) => <Figures template={template} preview={shown} />}
      </Awaited>
      {start.now.state === 'refused' ? <Refused refusal={start.now.refusal} /> : null}
      {start.now.state === 'fault' ? (
        <FaultLine mishap={start.now.mishap} onRetry={() => void confirm()} />
      ) : null}
    </Panel>
  );

  function doWords({ members, mostCost }: BatchPreview): string {
    const who = { count: members, members: whole(members) };
    return mostCost === null ? t('doUncapped', who) : t('do', { ...who, cost: money(mostCost) });
  }
}

function Figures({
  template,
  preview,
}: {
  readonly template: CouponTemplate;
  readonly preview: BatchPreview;
}) {
  const { t } = useTranslation('campaigns');
  const { t: ofCoupons } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const { members, reachable, worthEach, mostCost, firstDay, lastDay, names } = preview;
  return (
    <div className={classes.figures} aria-live="polite">
      <p className={classes.members}>{t('preview.members', { count: members, members: whole(members) })}</p>
      {members === 0 ? <p>{t('refusal.nobody')}</p> : null}
      <dl className={classes.facts}>
        <dt>{t('preview.reachable')}</dt>
        <dd>{whole(reachable)}</dd>
        <dt>{t('preview.worthEach')}</dt>
        <dd>{worthEach === null ? t('preview.uncapped') : money(worthEach)}</dd>
        <dt>{t('preview.mostCost')}</dt>
        <dd className={classes.cost}>{mostCost === null ? t('preview.uncapped') : money(mostCost)}</dd>
      </dl>
      {firstDay === null || lastDay === null ? (
        <Notice tone="danger">{t('preview.over')}</Notice>
      ) : (
        <p>{validWords({ firstDay, lastDay, blackout: [...template.blackout] }, ofCoupons, format)}</p>
      )}
      {names.length === 0 ? null : (
        <p className="quiet">
          {t(members > names.length ? 'preview.namesMore' : 'preview.names', {
            names: names.join(t('preview.comma')),
          })}
        </p>
      )}
    </div>
  );
}

function Refused({ refusal }: { readonly refusal: RefusalFor<'coupons', 'startBatch'> }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  switch (refusal.code) {
    case 'members_changed':
      return (
        <Notice tone="danger">
          {t('refusal.members_changed', {
            count: refusal.params.members,
            members: whole(refusal.params.members),
          })}
        </Notice>
      );
    case 'template_over':
      return (
        <Notice tone="danger">
          {t('refusal.template_over', { date: format.date(refusal.params.lastDay) })}
        </Notice>
      );
    default:
      return <Notice tone="danger">{t(`refusal.${refusal.code}`)}</Notice>;
  }
}

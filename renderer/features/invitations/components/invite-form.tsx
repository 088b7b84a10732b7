import { ofTiers, type SegmentRule } from '@domain/segments/segment';
import type { Tier } from '@domain/tiers/tier';
import { Checkbox, NativeSelect } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { isComposing } from '../../../lib/typing';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { useInvite, usePreview, useSegments } from '../api';
import classes from './events.module.css';
import { GuestFinder, type Named } from './guest-finder';

const TIERS: readonly Tier[] = ['regular', 'loyal', 'vip'];
const MOST_NAMED = 200;

interface InviteFormProps {
  readonly eventId: string;
  readonly onDone: (invited: number) => void;
  readonly onCancel: () => void;
}

/** A saved segment or whole levels, and members by name; each gets a task, and so comes under its budget like any other contact. */
export function InviteForm({ eventId, onDone, onCancel }: InviteFormProps) {
  const { t } = useTranslation(['invitations', 'common']);
  const [tiers, setTiers] = useState<Tier[]>([]);
  const [named, setNamed] = useState<readonly Named[]>([]);
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const [segmentId, setSegmentId] = useState<string | null>(null);
  const saved = useSegments().data ?? [];
  const said = useSegmentWords();
  const segment = saved.find(({ id }) => id === segmentId);
  const rule: SegmentRule | null = segment?.rule ?? (tiers.length === 0 ? null : ofTiers(tiers));
  const preview = usePreview(eventId, rule);
  const invite = useInvite();
  const { now } = invite;
  const nobody = rule === null && named.length === 0;
  useEffect(() => first.current?.focus(), []);
  const save = async () => {
    setAsked(true);
    if (nobody) return first.current?.focus();
    const end = await invite.run({
      ...{ eventId, rule, segmentId: segment?.id ?? null },
      memberIds: named.map(({ id }) => id),
    });
    if (end.state === 'done') onDone(end.value.invited);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={classes.framed}
      aria-label={t('invite.title')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      {saved.length === 0 ? null : (
        <NativeSelect
          label={t('invite.segment')}
          description={segment === undefined ? null : said(segment.rule)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={segmentId ?? ''}
          data={[
            { value: '', label: t('invite.byLevel') },
            ...saved.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setSegmentId(event.currentTarget.value || null)}
        />
      )}
      <Checkbox.Group
        label={t('invite.tiers')}
        value={tiers}
        onChange={(chosen) => setTiers(TIERS.filter((tier) => chosen.includes(tier)))}
      >
        <div className={classes.choices}>
          {TIERS.map((tier, index) => (
            <Checkbox
              key={tier}
              ref={index === 0 ? first : undefined}
              value={tier}
              disabled={segment !== undefined}
              label={t(`common:tier.${tier}`)}
            />
          ))}
        </div>
      </Checkbox.Group>
      {rule === null || preview.data === undefined ? null : (
        <p className={`${classes.note} numbers`} role="status">
          {t('invite.reach', { count: preview.data.members, members: whole(preview.data.members) })}
          {preview.data.withoutConsent === 0
            ? ''
            : ` ${t('invite.withoutConsent', { count: preview.data.withoutConsent })}`}
        </p>
      )}
      <GuestFinder named={named} most={MOST_NAMED} onChange={setNamed} />
      <p className={`${classes.note} quiet`}>{t('invite.about')}</p>
      {asked && nobody ? <Notice tone="danger">{t('refusal.nobody')}</Notice> : null}
      <NotDone of={now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={() => void save()} />
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={now.state === 'busy'} onClick={() => void save()}>
          {t('invite.do')}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onCancel}>
          {t('cancel')}
        </KeyButton>
      </div>
    </form>
  );
}

import type { CouponTemplate } from '@domain/coupons/coupon';
import type { Tier } from '@domain/tiers/tier';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../../lib/coupon-words';
import { useOpenStore } from '../../../lib/store-context';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { useSegments } from '../api';
import {
  type CampaignDraft,
  keepDraft,
  MOST_DAYS,
  type NumberField,
  type ReadWhom,
  type Whom,
} from '../campaign-draft';
import classes from './campaign-form.module.css';

const TIERS: readonly Tier[] = ['regular', 'loyal', 'vip'];
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1));

interface CampaignFormProps {
  readonly templates: readonly CouponTemplate[];
  readonly draft: CampaignDraft;
  readonly read: ReadWhom;
  readonly firstRef: RefObject<HTMLSelectElement | null>;
}

/** Which coupon, and for whom; every field that is filled in narrows it. */
export function CampaignForm({ templates, draft, read, firstRef }: CampaignFormProps) {
  const { t } = useTranslation('campaigns');
  const { t: ofCoupons } = useTranslation(['coupons', 'common']);
  const store = useOpenStore();
  useEffect(() => firstRef.current?.focus(), [firstRef]);
  const put = (part: Partial<CampaignDraft>) => keepDraft(store.id, part);
  const chosen = templates.find(({ id }) => id === draft.templateId);
  return (
    <div className={classes.fields}>
      <NativeSelect
        ref={firstRef}
        className={classes.wide}
        label={t('which')}
        description={chosen === undefined ? null : termsWords(chosen.terms, ofCoupons)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={chosen?.id ?? ''}
        data={[
          { value: '', label: t('choose'), disabled: true },
          ...templates.map(({ id, name }) => ({
            value: id,
            label: name,
          })),
        ]}
        onChange={(event) => put({ templateId: event.currentTarget.value })}
      />
      <ChosenWhom whom={draft.whom} onChange={(whom) => put({ whom })} />
      {draft.whom === null ? <Narrowing draft={draft} read={read} onChange={put} /> : null}
    </div>
  );
}

interface ChosenWhomProps {
  readonly whom: Whom | null;
  readonly onChange: (whom: Whom | null) => void;
}

/** A saved segment, those behind a figure when one came with them, or one's own choice below (S27). */
function ChosenWhom({ whom, onChange }: ChosenWhomProps) {
  const { t } = useTranslation('campaigns');
  const said = useSegmentWords();
  const saved = useSegments().data ?? [];
  // What was chosen stays on offer as it was seen: a segment that changes meanwhile is refused, never swapped.
  const unsaved = whom !== null && saved.every(({ id }) => id !== whom.segmentId);
  return (
    <NativeSelect
      className={classes.wide}
      label={t('whom.segment')}
      description={
        whom === null ? (
          t('whom.segmentAbout')
        ) : (
          <>
            {said(whom.rule)}
            <br />
            {t('whom.segmentOnly')}
          </>
        )
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={whom === null ? '' : (whom.segmentId ?? CHOSEN)}
      data={[
        { value: '', label: t('whom.ownChoice') },
        ...(unsaved ? [{ value: whom.segmentId ?? CHOSEN, label: whom.name }] : []),
        ...saved.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => {
        const segment = saved.find(({ id }) => id === event.currentTarget.value);
        onChange(
          segment === undefined ? null : { rule: segment.rule, segmentId: segment.id, name: segment.name },
        );
      }}
    />
  );
}

/** Stands for members who are no saved segment. */
const CHOSEN = 'chosen';

interface NarrowingProps {
  readonly draft: CampaignDraft;
  readonly read: ReadWhom;
  readonly onChange: (part: Partial<CampaignDraft>) => void;
}

/** The few parts that most campaigns need; every one that is filled in narrows it. */
function Narrowing({ draft, read, onChange: put }: NarrowingProps) {
  const { t } = useTranslation(['campaigns', 'common']);
  return (
    <>
      <Checkbox.Group
        className={classes.wide}
        label={t('whom.tiers')}
        description={t('whom.tiersAbout')}
        value={[...draft.tiers]}
        onChange={(chosen) => put({ tiers: TIERS.filter((tier) => chosen.includes(tier)) })}
      >
        <div className={classes.choices}>
          {TIERS.map((tier) => (
            <Checkbox key={tier} value={tier} label={t(`common:tier.${tier}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <NumberInput field="boughtWithinDays" draft={draft} read={read} onChange={put} />
      <NumberInput field="silentForDays" draft={draft} read={read} onChange={put} />
      <NumberInput field="minVisits" draft={draft} read={read} onChange={put} />
      <NativeSelect
        label={t('whom.birthdayMonth')}
        value={draft.birthdayMonth}
        data={[
          { value: '', label: t('whom.anyMonth') },
          ...MONTHS.map((month) => ({ value: month, label: t('whom.month', { month }) })),
        ]}
        onChange={(event) => put({ birthdayMonth: event.currentTarget.value })}
      />
      <TextInput
        label={t('whom.tag')}
        maxLength={16}
        autoComplete="off"
        value={draft.tag}
        onChange={(event) => put({ tag: event.currentTarget.value })}
      />
      <Checkbox
        className={classes.wide}
        label={t('whom.marketingOnly')}
        checked={draft.marketingOnly}
        onChange={(event) => put({ marketingOnly: event.currentTarget.checked })}
      />
    </>
  );
}

interface NumberInputProps {
  readonly field: NumberField;
  readonly draft: CampaignDraft;
  readonly read: ReadWhom;
  readonly onChange: (part: Partial<CampaignDraft>) => void;
}

function NumberInput({ field, draft, read, onChange }: NumberInputProps) {
  const { t } = useTranslation('campaigns');
  const malformed = !read.ok && read.malformed.includes(field);
  return (
    <TextInput
      label={t(`whom.${field}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      classNames={{ input: 'numbers' }}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      error={
        malformed ? t(field === 'minVisits' ? 'whom.notVisits' : 'whom.notDays', { most: MOST_DAYS }) : null
      }
    />
  );
}

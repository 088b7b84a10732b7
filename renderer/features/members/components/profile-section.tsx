import type { MemberCard } from '@contract/members';
import { EDUCATIONS, INCOMES, NEEDS, PRICE_SENSITIVITIES, type Profile } from '@domain/members/profile';
import { Checkbox, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { useProfile, useSetProfile } from '../api';
import classes from './profile-section.module.css';

interface ProfileSectionProps {
  readonly memberId: string;
  readonly consent: MemberCard['consent'];
}

/** What a member may tell of themselves (S10, S11, S33): each field is kept as soon as it is left. */
export function ProfileSection({ memberId, consent }: ProfileSectionProps) {
  const { t } = useTranslation('members');
  return (
    <section className={classes.section} aria-label={t('profile.title')}>
      <h3 className={classes.title}>{t('profile.title')}</h3>
      <p className={classes.hint}>{t(consent.personalData ? 'profile.hint' : 'profile.no_consent')}</p>
      <Awaited of={useProfile(memberId)} skeleton={<Bones rows={3} height={56} />}>
        {(profile) => <Fields key={memberId} memberId={memberId} known={profile} />}
      </Awaited>
    </section>
  );
}

const CHOICES = [
  ['income', INCOMES],
  ['education', EDUCATIONS],
  ['priceSensitivity', PRICE_SENSITIVITIES],
] as const;

function Fields({ memberId, known }: { readonly memberId: string; readonly known: Profile }) {
  const { t } = useTranslation('members');
  const set = useSetProfile();
  const [told, setTold] = useState(known);
  const keep = (part: Partial<Profile>) => {
    const next = { ...told, ...part };
    setTold(next);
    if (JSON.stringify(next) !== JSON.stringify(known)) void set.run({ memberId, ...next });
  };
  return (
    <>
      <TextInput
        label={t('profile.occupation')}
        maxLength={40}
        value={told.occupation}
        onChange={({ currentTarget: { value } }) => setTold({ ...told, occupation: value })}
        onBlur={() => keep({})}
      />
      {CHOICES.map(([part, words]) => (
        <NativeSelect
          key={part}
          label={t(`profile.${part}`)}
          data={[
            { value: '', label: t('profile.unknown') },
            ...words.map((word) => ({
              value: word,
              label: t(`profile.${part}_${word}` as 'profile.income_low'),
            })),
          ]}
          value={told[part] ?? ''}
          onChange={({ currentTarget: { value } }) => keep({ [part]: value === '' ? null : value })}
        />
      ))}
      <Checkbox.Group
        label={t('profile.needs')}
        value={[...told.needs]}
        onChange={(needs) => keep({ needs: NEEDS.filter((need) => needs.includes(need)) })}
      >
        <div className={classes.needs}>
          {NEEDS.map((need) => (
            <Checkbox key={need} value={need} label={t(`profile.need_${need}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TagsInput
        label={t('profile.interests')}
        placeholder={told.interests.length === 0 ? t('profile.interests_hint') : ''}
        maxTags={20}
        maxLength={16}
        splitChars={[',', '，', '、', ' ']}
        acceptValueOnBlur
        value={[...told.interests]}
        onChange={(interests) => keep({ interests })}
      />
      {set.now.state === 'refused' ? (
        <p role="alert">
          {t(set.now.refusal.code === 'member_gone' ? 'refusal.member_gone' : 'profile.no_consent')}
        </p>
      ) : null}
      {set.now.state === 'fault' ? <FaultLine mishap={set.now.mishap} /> : null}
    </>
  );
}

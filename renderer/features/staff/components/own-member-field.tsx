import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '../api';
import { useFoundMembers } from '../api';
import classes from './staff.module.css';

interface OwnMemberFieldProps {
  readonly member: Colleague['ownMember'];
  readonly onChange: (member: Colleague['ownMember']) => void;
}

/** A member that this person is themselves: points and coupons of that card they do not use for themselves. */
export function OwnMemberField({ member, onChange }: OwnMemberFieldProps) {
  const { t } = useTranslation('staff');
  const [text, setText] = useState('');
  const found = useFoundMembers(member === null ? text : '');
  if (member !== null) {
    return (
      <div className={classes.linked}>
        <span>{t('person.own_member_is', { name: member.name })}</span>
        <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
          {t('person.own_member_none')}
        </Button>
      </div>
    );
  }
  const rows = text.trim() === '' ? [] : (found.data?.rows.slice(0, 5) ?? []);
  return (
    <div>
      <TextInput
        label={t('person.own_member')}
        description={t('person.own_member_about')}
        placeholder={t('person.own_member_find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {rows.map(({ id, name, phoneMasked }) => (
        <Button
          key={id}
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            onChange({ id, name });
            setText('');
          }}
        >
          {name} {phoneMasked}
        </Button>
      ))}
    </div>
  );
}

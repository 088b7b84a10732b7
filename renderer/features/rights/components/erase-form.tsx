import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type ErasePreview, useErase, useErasePreview } from '../api';
import { HeldIn } from './held-in';
import classes from './rights.module.css';

interface EraseFormProps {
  readonly member: { readonly id: string; readonly name: string; readonly memberNo: string };
  readonly onBack: () => void;
}

/** To be forgotten: what goes, what stays, what Shuke cannot reach; then the number is typed, so that it is this member. */
export function EraseForm({ member, onBack }: EraseFormProps) {
  const { t } = useTranslation('rights');
  const [typed, setTyped] = useState('');
  const erase = useErase();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  // Whoever is erased is gone from the counter: what has become of it stands in their place.
  const confirm = () => void erase.run({ memberId: member.id, memberNo: typed.trim() });
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) confirm();
  };
  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={t('erase.title', { name: member.name || member.memberNo })}
        onCancel={onBack}
        foot={
          <div className={classes.foot}>
            <NotDone of={erase.now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={confirm} />
            <NeedsPin channel="rights.erase" />
            <KeyButton
              cap="Ctrl+Enter"
              color="red"
              onClick={confirm}
              loading={erase.now.state === 'busy'}
              disabled={typed.trim() === ''}
            >
              {t('erase.do')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>
          <Notice tone="danger">{t('erase.forGood')}</Notice>
          <TextInput
            ref={field}
            label={t('erase.number', { memberNo: member.memberNo })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
          <Awaited of={useErasePreview(member.id)} skeleton={<Bones rows={5} height={28} />}>
            {(preview) => (preview === null ? null : <WhatGoes preview={preview} />)}
          </Awaited>
          <HeldIn memberId={member.id} />
        </div>
      </Panel>
    </form>
  );
}

const COUNTED = ['points', 'openCoupons', 'openTasks', 'photos', 'openComplaints', 'merged'] as const;

function WhatGoes({ preview }: { readonly preview: ErasePreview }) {
  const { t } = useTranslation('rights');
  const counted = COUNTED.filter((what) => preview[what] > 0);
  return (
    <>
      <section className={classes.section}>
        <h3>{t('erase.goes')}</h3>
        <ul className={classes.list}>
          <li>{t('erase.words')}</li>
          {counted.map((what) => (
            <li key={what}>{t(`erase.${what}`, { count: preview[what], rows: whole(preview[what]) })}</li>
          ))}
        </ul>
      </section>
      <section className={classes.section}>
        <h3>{t('erase.stays')}</h3>
        <ul className={classes.list}>
          <li>{t('erase.purchases', { count: preview.purchases, rows: whole(preview.purchases) })}</li>
          <li>{t('erase.trail')}</li>
          {preview.exports.map(({ folder, at }) => (
            <li key={`${at} ${folder}`}>{t('erase.export', { folder })}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

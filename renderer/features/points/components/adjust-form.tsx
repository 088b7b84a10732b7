import { points } from '@domain/units';
import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import type { RefusalFor } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { useAdjust } from '../api';
import { readChange } from '../read-change';
import classes from './points-panel.module.css';

interface AdjustFormProps {
  readonly memberId: string;
  readonly onDone: () => void;
}

/** By hand, with a reason; Ctrl+Enter, for a plain Enter changes no balance. */
export function AdjustForm({ memberId, onDone }: AdjustFormProps) {
  const { t } = useTranslation('points');
  const adjust = useAdjust();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const by = readChange(typed);

  const confirm = async () => {
    setAsked(true);
    if (by === null) return;
    if (reason.trim() === '') return reasonField.current?.focus();
    const end = await adjust.run({ memberId, points: points(by), reason });
    if (end.state !== 'done') return;
    setTyped('');
    setReason('');
    setAsked(false);
    onDone();
  };
  useHotkeys([['mod+Enter', () => void confirm()]], []);

  const refused = adjust.now.state === 'refused' ? adjustRefusal(adjust.now.refusal) : null;
  return (
    <div className={classes.form}>
      <TextInput
        label={t('adjust.by')}
        placeholder="+100"
        maxLength={10}
        autoComplete="off"
        data-autofocus=""
        classNames={{ input: classes.points }}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={
          (asked || typed !== '') && by === null && !/^[+\-−]?$/.test(typed) ? t('adjust.malformed') : null
        }
      />
      <TextInput
        ref={reasonField}
        label={t('adjust.reason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && by !== null && reason.trim() === '' ? t('refusal.reason_needed') : null}
      />
      {refused === null ? null : (
        <p role="alert" className={`${classes.whole} danger`}>
          {refused}
        </p>
      )}
      {adjust.now.state === 'fault' ? (
        <div className={classes.whole}>
          <FaultLine mishap={adjust.now.mishap} onRetry={() => void confirm()} />
        </div>
      ) : null}
      {adjust.now.state === 'done' ? (
        <p role="status" className={classes.whole}>
          {t('adjust.done', { points: whole(adjust.now.value.balance) })}
        </p>
      ) : null}
      <KeyButton
        cap="Ctrl+Enter"
        variant="default"
        className={classes.whole}
        loading={adjust.now.state === 'busy'}
        onClick={() => void confirm()}
      >
        {t('adjust.do')}
      </KeyButton>
    </div>
  );

  function adjustRefusal(refusal: RefusalFor<'points', 'adjust'>): string {
    switch (refusal.code) {
      case 'insufficient_points':
        return t('refusal.insufficient_points', { usable: whole(refusal.params.usable) });
      case 'above_daily_limit':
        return t('refusal.above_daily_limit', {
          limit: whole(refusal.params.limit),
          used: whole(refusal.params.used),
        });
      case 'second_person_needed':
        return t('refusal.second_person_needed', { limit: whole(refusal.params.limit) });
      default:
        return t(`refusal.${refusal.code}`);
    }
  }
}

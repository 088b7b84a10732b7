import { OBJECTS, type ReasonGroup } from '@domain/complaints/reasons';
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { isComposing } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useLogComplaint } from '../api';
import {
  EMPTY_DRAFT,
  isComplete,
  isTouchedDraft,
  type LogDraft,
  type Missing,
  missingIn,
} from '../log-draft';
import { useFieldFocus } from '../use-field-focus';
import classes from './log-form.module.css';
import { LogHelp } from './log-help';
import { ReasonTree } from './reason-tree';
import { TargetTimes } from './target-times';

interface LogFormProps {
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly onLogged: (logged: Answered<'complaints', 'log'>) => void;
  readonly onCancel: () => void;
}

const SEVERITIES = ['low', 'normal', 'high'] as const;
const CHANNELS = ['counter', 'phone', 'wechat', 'other'] as const;

export function LogForm({ memberId, memberName, onLogged, onCancel }: LogFormProps) {
  const { t } = useTranslation('complaints');
  const [draft, setDraft] = useState<LogDraft>(EMPTY_DRAFT);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { object, group, reason, what, focus } = useFieldFocus();
  const log = useLogComplaint();

  const enter = (part: Partial<LogDraft>) => {
    setDraft((last) => ({ ...last, ...part }));
    setMissing(null);
    setLeaving(false);
  };

  const save = async () => {
    if (!isComplete(draft)) {
      const first = missingIn(draft);
      setMissing(first);
      focus(first === 'reason' && draft.group === null ? 'group' : (first ?? 'what'));
      return;
    }
    const { group: _, ...fields } = draft;
    const end = await log.run({ memberId, purchaseId: null, ...fields });
    if (end.state === 'done') onLogged(end.value);
  };

  const leave = () => {
    // Words once typed are not lost on one key.
    if (isTouchedDraft(draft) && !leaving) setLeaving(true);
    else onCancel();
  };

  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    }
  };

  return (
    <form className={classes.ground} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={memberName === null ? t('log.for_walk_in') : t('log.for_member', { name: memberName })}
        onCancel={leave}
        foot={
          <div className={classes.foot}>
            {leaving ? <Notice tone="soon">{t('log.esc_again')}</Notice> : null}
            {log.now.state === 'refused' ? (
              <Notice tone="danger">{t(`refusal.${log.now.refusal.code}`)}</Notice>
            ) : null}
            {log.now.state === 'fault' ? (
              <FaultLine mishap={log.now.mishap} onRetry={() => void save()} />
            ) : null}
            <TargetTimes />
            <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={log.now.state === 'busy'}>
              {t('log.save')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.columns}>
          <div className={classes.fields}>
            <DigitChoice
              label={t('object.label')}
              options={OBJECTS.map((value) => ({ value, word: t(`object.${value}`) }))}
              value={draft.object}
              onChange={(value) => enter({ object: value })}
              onSettled={() => focus('group')}
              focusRef={object}
              error={missing === 'object' ? t('log.object_needed') : null}
            />
            <ReasonTree
              group={draft.group}
              reason={draft.reason}
              onGroup={(value: ReasonGroup) => enter({ group: value, reason: null })}
              onReason={(value) => enter({ reason: value })}
              onGroupSettled={() => focus('reason')}
              onReasonSettled={() => focus('what')}
              groupRef={group}
              reasonRef={reason}
              error={missing === 'reason' ? t('log.reason_needed') : null}
            />
            <Textarea
              ref={what}
              label={t('log.what')}
              placeholder={t('log.what_hint')}
              minRows={3}
              maxRows={8}
              autosize
              maxLength={2000}
              value={draft.what}
              onChange={(event) => enter({ what: event.currentTarget.value })}
              error={missing === 'what' ? t('log.what_needed') : null}
            />
            <Textarea
              label={t('log.wish')}
              placeholder={t('log.wish_hint')}
              minRows={1}
              maxRows={4}
              autosize
              maxLength={500}
              value={draft.wish}
              onChange={(event) => enter({ wish: event.currentTarget.value })}
            />
            <DigitChoice
              label={t('severity.label')}
              options={SEVERITIES.map((value) => ({ value, word: t(`severity.${value}`) }))}
              value={draft.severity}
              onChange={(value) => enter({ severity: value })}
            />
            <DigitChoice
              label={t('channel.label')}
              options={CHANNELS.map((value) => ({ value, word: t(`channel.${value}`) }))}
              value={draft.channel}
              onChange={(value) => enter({ channel: value })}
            />
          </div>
          <div className={classes.help}>
            <LogHelp />
          </div>
        </div>
      </Panel>
    </form>
  );
}

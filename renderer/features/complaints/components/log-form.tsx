import type { ReasonGroup } from '@domain/complaints/reasons';
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../lib/typing';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type Logged, useLogComplaint, useRules } from '../api';
import { useKeptDraft } from '../kept-drafts';
import { isComplete, isTouchedDraft, type LogDraft, type Missing, missingIn, objectOf } from '../log-draft';
import { useRefusalWords } from '../refusal-words';
import { useFieldFocus } from '../use-field-focus';
import { CallerPick, type Complainant } from './caller-pick';
import classes from './log-form.module.css';
import { LogHelp } from './log-help';
import { LogMore } from './log-more';
import { ReasonTree } from './reason-tree';
import { TargetTimes } from './target-times';
import { WordingHint } from './wording-hint';

interface LogFormProps {
  /** Null for a walk-in. */
  readonly member: Complainant | null;
  /** Away from the counter: whoever is calling may be a member. */
  readonly mayPick: boolean;
  /** What the customer has said already, in a survey; the report begins with it. */
  readonly said: string;
  readonly onLogged: (logged: Logged, draft: LogDraft, member: Complainant | null) => void;
  readonly onCancel: () => void;
}

/** The reason in two digits and a sentence: that is a complaint. Everything below it may be said, too. */
export function LogForm({ member: given, mayPick, said, onLogged, onCancel }: LogFormProps) {
  const { t } = useTranslation('complaints');
  const { draft, member, put, forget } = useKeptDraft({ member: given, mayPick, said });
  const [missing, setMissing] = useState<Missing | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { caller, group, reason, what, focus } = useFieldFocus(mayPick ? 'caller' : 'group');
  const wordsOf = useRefusalWords();
  const rules = useRules();
  const log = useLogComplaint();

  const enter = (part: Partial<LogDraft>) => {
    put({ member, draft: { ...draft, ...part } });
    setMissing(null);
    setLeaving(false);
  };
  const pick = (picked: Complainant | null) => {
    // A bill of somebody else's is not theirs.
    put({ member: picked, draft: { ...draft, purchaseId: null } });
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
    const end = await log.run({ memberId: member?.id ?? null, ...fields, object: objectOf(draft) });
    if (end.state !== 'done') return;
    forget();
    onLogged(end.value, draft, member);
  };

  const leave = () => {
    // Words once typed are not lost on one key.
    if (isTouchedDraft(draft) && !leaving) setLeaving(true);
    else {
      forget();
      onCancel();
    }
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
        title={member === null ? t('log.for_walk_in') : t('log.for_member', { name: member.name })}
        onCancel={leave}
        foot={
          <div className={classes.foot}>
            {leaving ? <Notice tone="mind">{t('log.esc_again')}</Notice> : null}
            <NotDone of={log.now} words={wordsOf} onRetry={() => void save()} />
            <TargetTimes />
            <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={log.now.state === 'busy'}>
              {t('log.save')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.columns}>
          <div className={classes.fields}>
            {mayPick ? (
              <CallerPick picked={member} onPick={pick} onSettled={() => focus('group')} fieldRef={caller} />
            ) : null}
            <ReasonTree
              leaves={rules?.complaints.reasons ?? []}
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
            <WordingHint text={`${draft.what}\n${draft.wish}`} />
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
            <LogMore memberId={member?.id ?? null} draft={draft} onEnter={enter} />
          </div>
          <div className={classes.help}>
            <LogHelp />
          </div>
        </div>
      </Panel>
    </form>
  );
}

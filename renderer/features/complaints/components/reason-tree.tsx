import { REASON_GROUPS, type ReasonGroup, type ReasonLeaf } from '@domain/complaints/reasons';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasonWord } from '../../../lib/reason-words';
import { DigitChoice } from '../../../ui/digit-choice';

interface ReasonTreeProps {
  /** The leaves of the rules; those switched off are offered no more. */
  readonly leaves: readonly ReasonLeaf[];
  readonly group: ReasonGroup | null;
  readonly reason: string | null;
  readonly onGroup: (group: ReasonGroup) => void;
  readonly onReason: (reason: string) => void;
  readonly onGroupSettled: () => void;
  readonly onReasonSettled: () => void;
  readonly groupRef: Ref<HTMLInputElement>;
  readonly reasonRef: Ref<HTMLInputElement>;
  readonly error: string | null;
}

/** The tree of S72-S75 in two keystrokes: the digit of the group, the digit of the leaf. */
export function ReasonTree(props: ReasonTreeProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const { leaves, group, reason, error } = props;
  const offered = leaves.filter((leaf) => leaf.group === group && (leaf.active || leaf.id === reason));
  return (
    <>
      <DigitChoice
        label={t('group.label')}
        options={REASON_GROUPS.map((value) => ({ value, word: t(`group.${value}`) }))}
        value={group}
        onChange={props.onGroup}
        onSettled={props.onGroupSettled}
        focusRef={props.groupRef}
        error={group === null ? error : null}
      />
      {group === null ? null : (
        <DigitChoice
          label={t('reason.label')}
          options={offered.map(({ id, name }) => ({ value: id, word: wordOf(id, name) }))}
          value={reason}
          onChange={props.onReason}
          onSettled={props.onReasonSettled}
          focusRef={props.reasonRef}
          error={error}
        />
      )}
    </>
  );
}

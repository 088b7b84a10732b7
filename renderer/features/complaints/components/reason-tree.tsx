import {
  KNOWN_REASONS,
  REASON_GROUPS,
  type KnownReason as Reason,
  type ReasonGroup,
} from '@domain/complaints/reasons';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';

interface ReasonTreeProps {
  readonly group: ReasonGroup | null;
  readonly reason: Reason | null;
  readonly onGroup: (group: ReasonGroup) => void;
  readonly onReason: (reason: Reason) => void;
  readonly onGroupSettled: () => void;
  readonly onReasonSettled: () => void;
  readonly groupRef: Ref<HTMLInputElement>;
  readonly reasonRef: Ref<HTMLInputElement>;
  readonly error: string | null;
}

/** The tree of S72-S75 in two keystrokes: the digit of the group, the digit of the leaf. */
export function ReasonTree(props: ReasonTreeProps) {
  const { t } = useTranslation('complaints');
  const { group, reason, error } = props;
  const leaves: readonly Reason[] = group === null ? [] : KNOWN_REASONS[group];
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
          options={leaves.map((value) => ({ value, word: t(`reason.${value}`) }))}
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

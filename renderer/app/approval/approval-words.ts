import type { ApprovalNeed } from '@contract/calling';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../lib/format';

type Params = Readonly<Record<string, unknown>>;

/** What is to be approved and why, in words: one sentence for each channel that may ask, one for each refusal that a PIN lifts. */
export function useApprovalWords() {
  const { t } = useTranslation('staff');
  return {
    // A test holds the sentences against the table of permissions; the types cannot follow a channel's name.
    what: ({ channel }: ApprovalNeed): string => t(`approve.act.${channel}` as 'approve.act.points.adjust'),
    why: ({ refused, role }: ApprovalNeed): string | null => {
      if (refused === null) return t(`approve.title.${role}`);
      const params = refused.params as Params;
      switch (refused.code) {
        case 'above_daily_limit':
          return t('approve.why.above_daily_limit', worded(params, whole));
        case 'above_allowance':
          return t('approve.why.above_allowance', worded(params, money));
        case 'second_person_needed':
        case 'own_card':
          return t(`approve.why.${refused.code}`);
        default:
          return t(`approve.title.${role}`);
      }
    },
  };
}

/** Numbers as the screens write them. */
function worded(
  params: Params,
  say: (value: number) => string,
): { limit: string; used: string; worth: string } {
  const word = (name: string) => {
    const value = params[name];
    return typeof value === 'number' ? say(value) : '';
  };
  return { limit: word('limit'), used: word('used'), worth: word('worth') };
}

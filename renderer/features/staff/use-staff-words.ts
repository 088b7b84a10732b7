import { useTranslation } from 'react-i18next';

/** What a change of the staff may be refused for. */
export type StaffRefusal =
  | {
      readonly code:
        | 'pin_length'
        | 'trivial_pin'
        | 'owner_pin_first'
        | 'name_taken'
        | 'unknown_member'
        | 'unknown_staff'
        | 'last_owner'
        | 'not_below_you';
      readonly params: object;
    }
  | { readonly code: 'member_taken'; readonly params: { readonly name: string } };

/** Why it was not done, and what to do instead. */
export function useStaffWords(): (refusal: StaffRefusal, digits: number) => string {
  const { t } = useTranslation('staff');
  return (refusal, digits) => {
    switch (refusal.code) {
      case 'pin_length':
      case 'trivial_pin':
        return t(`newPin.${refusal.code}`, { digits });
      case 'member_taken':
        return t('refusal.member_taken', refusal.params);
      default:
        return t(`refusal.${refusal.code}`);
    }
  };
}

import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../lib/format';
import type { DayFigures } from './api';

type OfStaff = DayFigures['staff'][number];

export interface StaffColumn {
  readonly id: string;
  readonly word: string;
  readonly cell: (of: OfStaff) => string;
}

/** What everybody did that day, one column for each kind of act. */
export function useStaffColumns(): StaffColumn[] {
  const { t } = useTranslation('days');
  return [
    {
      id: 'sales',
      word: t('staff.sales'),
      cell: ({ sales }) => `${whole(sales.count)} · ${money(sales.amount)}`,
    },
    { id: 'refunds', word: t('staff.refunds'), cell: ({ refunds }) => counted(refunds) },
    { id: 'undos', word: t('staff.undos'), cell: ({ undos }) => counted(undos) },
    { id: 'net', word: t('staff.net'), cell: ({ net }) => money(net) },
    {
      id: 'adjusted',
      word: t('staff.adjusted'),
      cell: ({ adjustments: { count, up, down } }) =>
        count === 0 ? '—' : `${whole(count)} · ${change(up)} / ${change(down)}`,
    },
    { id: 'coupons', word: t('staff.coupons'), cell: ({ couponsByHand }) => whole(couponsByHand) },
    {
      id: 'complaints',
      word: t('staff.complaints'),
      cell: ({ complaints }) => `${whole(complaints.logged)} / ${whole(complaints.closed)}`,
    },
    { id: 'signUps', word: t('staff.signUps'), cell: ({ signUps }) => whole(signUps) },
  ];
}

const counted = ({ count, amount }: { readonly count: number; readonly amount: number }): string =>
  count === 0 ? '—' : `${whole(count)} · ${money(-amount)}`;

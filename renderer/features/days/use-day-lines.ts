import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../lib/format';
import type { DayFigures } from './api';

/** One figure in words, on the screen and on the paper. */
export interface Line {
  readonly id: string;
  readonly word: string;
  readonly value: string;
  /** Belongs to the line above it. */
  readonly part?: boolean;
  readonly strong?: boolean;
}
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The figures of a day, section by section. */
export function useDayLines(figures: DayFigures): Section[] {
  const { t } = useTranslation('days');
  const { sales, refunds, undos, net, points, adjustments, coupons, complaints, signUps } = figures;
  return [
    {
      id: 'money',
      title: t('section.money'),
      lines: [
        line('sales', { value: money(sales.amount), count: sales.count }),
        line('discount', { value: money(-sales.discount), part: true }),
        line('pointsWorth', { value: money(-sales.pointsWorth), part: true }),
        line('refunds', { value: money(-refunds.amount), count: refunds.count }),
        line('undos', { value: money(-undos.amount), count: undos.count }),
        line('net', { value: money(net), strong: true }),
      ],
    },
    {
      id: 'points',
      title: t('section.points'),
      lines: [
        line('in', { value: change(points.in), strong: true }),
        line('out', { value: change(points.out), strong: true }),
        ...points.byKind.map((each) => ({
          id: each.kind,
          word: `${t(`kind.${each.kind}`)} · ${t('times', { count: each.entries, times: whole(each.entries) })}`,
          value: change(each.points),
          part: true,
        })),
        line('adjusted', {
          value: `${change(adjustments.up)} / ${change(adjustments.down)}`,
          count: adjustments.count,
        }),
      ],
    },
    {
      id: 'others',
      title: t('section.others'),
      lines: [
        line('couponsIssued', { value: whole(coupons.issued) }),
        line('couponsUsed', { value: whole(coupons.used) }),
        line('couponsBack', { value: whole(coupons.givenBack) }),
        line('couponsRevoked', { value: whole(coupons.revoked) }),
        line('complaintsLogged', { value: whole(complaints.logged) }),
        line('complaintsClosed', { value: whole(complaints.closed) }),
        line('signUps', { value: whole(signUps) }),
      ],
    },
  ];

  function line(
    id: LineName,
    { count, ...rest }: { value: string; count?: number; part?: boolean; strong?: boolean },
  ): Line {
    const word = t(`line.${id}`);
    return {
      id,
      word: count === undefined ? word : `${word} · ${t('times', { count, times: whole(count) })}`,
      ...rest,
    };
  }
}

type LineName =
  | 'sales'
  | 'discount'
  | 'pointsWorth'
  | 'refunds'
  | 'undos'
  | 'net'
  | 'in'
  | 'out'
  | 'adjusted'
  | 'couponsIssued'
  | 'couponsUsed'
  | 'couponsBack'
  | 'couponsRevoked'
  | 'complaintsLogged'
  | 'complaintsClosed'
  | 'signUps';

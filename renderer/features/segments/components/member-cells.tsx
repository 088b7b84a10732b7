import type { SegmentMember } from '@contract/segments';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAliveWords } from '../../../lib/alive-words';
import { money, whole } from '../../../lib/format';
import { Ago } from '../../../ui/ago';
import { ComingCell } from '../../../ui/long-table';

/** From left to right; those that are an order, too, are sorted by a click on their head. */
export const MEMBER_COLUMNS = [
  'name',
  'phone',
  'class',
  'value',
  'stage',
  'last_visit',
  'silent_days',
  'spent_12_months',
  'expected_money',
  'alive',
] as const;
type Column = (typeof MEMBER_COLUMNS)[number];

/** One member; not there yet while the page is on its way. */
export function MemberCells({ member }: { readonly member: SegmentMember | undefined }) {
  const { t } = useTranslation('segments');
  const alive = useAliveWords();
  const wordsOf = ({ name, phoneMasked, lastVisitOn, silentDays, insight }: SegmentMember) => {
    const words: Readonly<Record<Column, ReactNode>> = {
      name: <strong>{name || t('list.nameless')}</strong>,
      phone: phoneMasked,
      class: insight === null ? '—' : t(`choice.class.${insight.class}`),
      value: insight === null ? '—' : t(`choice.value.${insight.value}`),
      stage: insight === null ? '—' : t(`choice.stage.${insight.stage}`),
      last_visit: lastVisitOn === null ? '—' : <Ago date={lastVisitOn} />,
      silent_days: silentDays === null ? '—' : whole(silentDays),
      spent_12_months: insight === null ? '—' : money(insight.yearSpent),
      expected_money: insight?.expected == null ? '—' : money(insight.expected),
      alive: alive(insight?.alive ?? null),
    };
    return words;
  };
  const words = member === undefined ? null : wordsOf(member);
  return MEMBER_COLUMNS.map((column) => (
    <td key={column} data-column={column}>
      {words === null ? <ComingCell /> : words[column]}
    </td>
  ));
}

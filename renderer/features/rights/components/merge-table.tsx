import type { MergeRecord } from '@contract/rights';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { MergePreview } from '../api';
import classes from './rights.module.css';

const ROWS = [
  ...[
    'memberNo',
    'name',
    'phone',
    'cardNo',
    'externalId',
    'birthday',
    'gender',
    'tier',
    'points',
    'marketing',
  ],
  ...['joinedOn', 'tags', 'note', 'referrerName', 'adviserName', 'occupation', 'income', 'education'],
  ...['priceSensitivity', 'needs', 'interests'],
] as const satisfies readonly (keyof MergeRecord)[];
type Row = (typeof ROWS)[number];

/** Field by field: what each record says, and what will be said. Fields that neither has are left out. */
export function MergeTable({ pair }: { readonly pair: MergePreview }) {
  const { t } = useTranslation('rights');
  const words = useWords();
  const sides = [pair.into, pair.from, pair.merged] as const;
  const rows = ROWS.map((field) => ({ field, cells: sides.map((side) => words(field, side)) })).filter(
    ({ cells }) => cells.some((cell) => cell !== ''),
  );
  return (
    <table className={`${classes.table} numbers`}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('merge.into')}</th>
          <th scope="col">{t('merge.from')}</th>
          <th scope="col">{t('merge.merged')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, cells: [into, from, merged] }) => (
          <tr key={field}>
            <th scope="row">{t(`merge.field.${field}`)}</th>
            <td>{into || '—'}</td>
            <td>{from || '—'}</td>
            <td>
              <strong>{merged || '—'}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useWords() {
  const { t } = useTranslation(['rights', 'common']);
  const format = useFormat();
  const code = (value: string) => t(`code.${value}` as 'code.given', { defaultValue: value });
  return (field: Row, record: MergeRecord): string => {
    switch (field) {
      case 'birthday':
        return record.birthday === null
          ? ''
          : [record.birthday.year, record.birthday.month, record.birthday.day]
              .filter((part) => part !== null)
              .join('-');
      case 'gender':
      case 'income':
      case 'education':
      case 'priceSensitivity':
        return code(record[field] ?? '');
      case 'tier':
        return t(`common:tier.${record.tier}`);
      case 'points':
        return whole(record.points);
      case 'marketing':
        return t(record.marketing ? 'data.yes' : 'data.no');
      case 'joinedOn':
        return format.date(record.joinedOn);
      case 'tags':
      case 'interests':
        return record[field].join(' ');
      case 'needs':
        return record.needs.map(code).join(' ');
      default:
        return record[field] ?? '';
    }
  };
}

import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import type { ImportGroups, ImportKind } from '../api';
import classes from './groups-table.module.css';

/** What an import does, or would do, group by group; groups that this kind of file cannot have are left out. */
export function GroupsTable({ groups, kind }: { readonly groups: ImportGroups; readonly kind: ImportKind }) {
  const { t } = useTranslation('exchange');
  const rows = [
    { word: t('check.new_members'), value: whole(groups.newMembers), main: true },
    ...(kind === 'purchases'
      ? [
          { word: t('check.new_purchases'), value: whole(groups.newPurchases), main: true },
          { word: t('check.money'), value: money(groups.money), main: true },
          { word: t('check.earned_points'), value: whole(groups.earnedPoints) },
        ]
      : [{ word: t('check.opening_points'), value: whole(groups.openingPoints) }]),
    { word: t('check.known_members'), value: whole(groups.knownMembers) },
    { word: t('check.already_there'), value: whole(groups.alreadyThere) },
    { word: t('check.refused'), value: whole(groups.refused), refused: groups.refused > 0 },
    { word: t('check.rows'), value: whole(groups.rows) },
  ];
  return (
    <dl className={`${classes.groups} numbers`}>
      {rows.map(({ word, value, main, refused }) => (
        <div key={word} data-main={main || undefined} data-refused={refused || undefined}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Refused rows by reason, with the first line of each, so that it can be found in the file. */
export function RefusedTable({ groups }: { readonly groups: ImportGroups }) {
  const { t } = useTranslation('exchange');
  if (groups.refusedBy.length === 0) return <p className={classes.none}>{t('check.no_refused')}</p>;
  return (
    <table className={`${classes.refused} numbers`}>
      <thead>
        <tr>
          <th scope="col">{t('check.refused_why')}</th>
          <th scope="col" className={classes.number}>
            {t('check.refused_rows')}
          </th>
          <th scope="col" className={classes.number}>
            {t('check.refused_first')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.refusedBy.map(({ why, rows, firstLine }) => (
          <tr key={why}>
            <td>{t(`why.${why}`)}</td>
            <td className={classes.number}>{whole(rows)}</td>
            <td className={classes.number}>{t('check.line', { line: whole(firstLine) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useExports } from '../api';
import classes from './past-table.module.css';
import { ShowFileButton } from './show-file-button';

/** The last part of a path; the whole of it is on hover. */
const leaf = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

export function PastExports() {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const past = useExports();
  return (
    <Awaited
      of={past}
      skeleton={<Bones rows={3} height={36} />}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className={classes.empty}>{t('export.empty')}</p>}
    >
      {(rows) => (
        <div className={classes.scroller}>
          <table className={`${classes.table} numbers`} aria-label={t('export.past')}>
            <thead>
              <tr>
                <th scope="col">{t('export.when')}</th>
                <th scope="col">{t('export.folder')}</th>
                <th scope="col" className={classes.number}>
                  {t('export.members')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('export.purchases')}
                </th>
                <th scope="col">{t('export.last_date')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((made) => (
                <tr key={made.id}>
                  <td>{format.dateTime(made.madeAt)}</td>
                  <td title={`${t('export.show')} ${made.folder}`}>
                    <ShowFileButton path={made.folder} maw={110}>
                      {leaf(made.folder)}
                    </ShowFileButton>
                  </td>
                  <td className={classes.number}>{whole(made.members)}</td>
                  <td className={classes.number}>{whole(made.purchases)}</td>
                  <td>{made.lastDate === null ? '' : format.date(made.lastDate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Awaited>
  );
}

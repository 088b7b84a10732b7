import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useExports } from '../api';
import classes from './past-table.module.css';
import { ShowFileButton } from './show-file-button';

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
                <th scope="col" className={classes.number}>
                  {t('export.members')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('export.purchases')}
                </th>
                <th scope="col">{t('export.last_date')}</th>
                <th scope="col">{t('export.folder')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((made) => (
                <tr key={made.id}>
                  <td>{format.dateTime(made.madeAt)}</td>
                  <td className={classes.number}>{whole(made.members)}</td>
                  <td className={classes.number}>{whole(made.purchases)}</td>
                  <td>{made.lastDate === null ? '' : format.date(made.lastDate)}</td>
                  <td title={made.folder}>
                    <ShowFileButton path={made.folder}>{t('export.open')}</ShowFileButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Awaited>
  );
}

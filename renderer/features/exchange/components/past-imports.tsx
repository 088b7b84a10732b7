import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type PastImport, useImports } from '../api';
import classes from './past-table.module.css';
import { ShowFileButton } from './show-file-button';

/** Imports of this store, newest first, each with its undo. */
export function PastImports({ onUndo }: { readonly onUndo: (batch: PastImport) => void }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const imports = useImports();
  return (
    <Awaited
      of={imports}
      skeleton={<Bones rows={3} height={36} />}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className={classes.empty}>{t('import.empty')}</p>}
    >
      {(rows) => (
        <div className={classes.scroller}>
          <table className={`${classes.table} numbers`} aria-label={t('import.past')}>
            <thead>
              <tr>
                <th scope="col">{t('import.file')}</th>
                <th scope="col">{t('import.when')}</th>
                <th scope="col" className={classes.number}>
                  {t('import.new_members')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('import.new_purchases')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('import.refused')}
                </th>
                <th scope="col">{t('import.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((batch) => (
                <tr key={batch.id}>
                  <td className={classes.name} title={batch.fileName}>
                    {batch.fileName}
                    <span className={classes.kind}>{t(`import.kind_${batch.kind}`)}</span>
                  </td>
                  <td>{format.dateTime(batch.startedAt)}</td>
                  <td className={classes.number}>{whole(batch.members)}</td>
                  <td className={classes.number}>{whole(batch.purchases)}</td>
                  <td className={classes.number}>{whole(batch.refused)}</td>
                  <td>
                    <span className={classes.acts}>
                      {t(`import.state_${batch.state}`)}
                      {batch.state === 'done' || batch.state === 'cancelled' ? (
                        <Button
                          variant="default"
                          size="compact-sm"
                          aria-label={t('import.undo_of', { file: batch.fileName })}
                          onClick={() => onUndo(batch)}
                        >
                          {t('import.undo')}
                        </Button>
                      ) : null}
                      {batch.refusedFile === null ? null : (
                        <ShowFileButton path={batch.refusedFile}>{t('import.show_refused')}</ShowFileButton>
                      )}
                    </span>
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

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Notice } from '../../../ui/notice';
import { type Preview, refOf, useBackups, usePreviewRestore, useSalvage } from '../api';
import classes from './backups.module.css';
import { type Proof, ProofDialog } from './proof-dialog';
import { Trouble } from './trouble';

/** What can still be read of a damaged store, as tables in a folder; the file itself is only read. */
export function Salvage() {
  const { t } = useTranslation('backups');
  const backups = useBackups();
  const preview = usePreviewRestore();
  const salvage = useSalvage();
  const [owners, setOwners] = useState<Preview['owners'] | null>(null);
  const send = async (proof: Proof) => {
    const end = await salvage.run({ proof });
    if (end.state === 'done') setOwners(null);
    return end;
  };
  const begin = async () => {
    const end = await send(null);
    if (end.state !== 'refused' || end.refusal.code !== 'proof_needed') return;
    // The owners are those of the newest backup; without one the recovery code is all there is.
    const newest = backups.data?.find(({ where }) => where === 'here');
    const seen = newest === undefined ? undefined : await preview.run(refOf(newest));
    setOwners(seen?.state === 'done' ? seen.value.owners : []);
  };
  const { now } = salvage;
  return (
    <div className={classes.rescue}>
      <p>{t('salvage.about')}</p>
      <div className={classes.acts}>
        <Button
          variant="default"
          loading={now.state === 'busy' && owners === null}
          onClick={() => void begin()}
        >
          {t('salvage.do')}
        </Button>
      </div>
      {owners === null && !(now.state === 'refused' && now.refusal.code === 'proof_needed') ? (
        <Trouble of={now} />
      ) : null}
      {now.state === 'done' && now.value !== null ? <Salvaged {...now.value} /> : null}
      {owners === null ? null : (
        <ProofDialog
          title={t('rescue.whose')}
          owners={owners}
          byCodeOnly={false}
          send={send}
          onBack={() => setOwners(null)}
        />
      )}
    </div>
  );
}

interface SalvagedProps {
  readonly folder: string;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly lost: number | null }[];
}

function Salvaged({ folder, tables }: SalvagedProps) {
  const { t } = useTranslation('backups');
  return (
    <>
      <Notice tone="good">{t('salvage.done', { folder })}</Notice>
      <table className={`${classes.tables} numbers`}>
        <thead>
          <tr>
            <th scope="col">{t('salvage.table')}</th>
            <th scope="col">{t('salvage.rows')}</th>
            <th scope="col">{t('salvage.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, rows, lost }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{whole(rows)}</td>
              <td>{lost === null ? t('salvage.unknown') : whole(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowList } from '../../../ui/row-list';
import type { Backup } from '../api';
import { BackupRow } from './backup-list';
import classes from './backups.module.css';

interface OtherBackupsProps {
  readonly backups: readonly Backup[];
  readonly onTake: (backup: Backup) => void;
  readonly onChoose: () => void;
}

/** Older ones, and files from anywhere: not in the way of whoever wants the newest. */
export function OtherBackups({ backups, onTake, onChoose }: OtherBackupsProps) {
  const { t } = useTranslation('backups');
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={classes.acts}>
        {backups.length === 0 ? null : (
          <Button variant="default" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('rescue.others', { count: backups.length })}
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={onChoose}>
          {t('do.file')}
        </Button>
      </div>
      {open ? (
        <RowList
          label={t('list.title')}
          rows={backups}
          idOf={({ where, id }) => `${where}-${id}`}
          onOpen={onTake}
        >
          {(backup) => <BackupRow backup={backup} />}
        </RowList>
      ) : null}
    </>
  );
}

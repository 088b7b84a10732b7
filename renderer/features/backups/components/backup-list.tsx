import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { OnlyFor } from '../../../ui/only-for';
import { RowList } from '../../../ui/row-list';
import { type Backup, useBackups } from '../api';
import { useMoment, usePlaceWords } from '../use-place-words';
import classes from './backups.module.css';

interface BackupListProps {
  readonly onOpen: (backup: Backup) => void;
}

/** Every backup that can be reached now, newest first; Enter shows what going back to it would mean. */
export function BackupList({ onOpen }: BackupListProps) {
  const { t } = useTranslation('backups');
  return (
    <OnlyFor channel="backups.list" what={t('list.title')}>
      <List onOpen={onOpen} />
    </OnlyFor>
  );
}

function List({ onOpen }: BackupListProps) {
  const { t } = useTranslation('backups');
  const backups = useBackups();
  return (
    <div>
      <h2 className={classes.title}>{t('list.title')}</h2>
      <p className={classes.line}>{t('list.about')}</p>
      <Awaited
        of={backups}
        skeleton={<Bones rows={6} height={44} />}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className={classes.line}>{t('list.none')}</p>}
      >
        {(rows) => (
          <RowList
            label={t('list.title')}
            rows={rows}
            idOf={({ where, id }) => `${where}-${id}`}
            onOpen={onOpen}
          >
            {(backup) => <BackupRow backup={backup} />}
          </RowList>
        )}
      </Awaited>
    </div>
  );
}

/** When, where, how large, and whether it was read back. */
export function BackupRow({ backup }: { readonly backup: Backup }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const place = usePlaceWords();
  return (
    <span className={classes.row}>
      <span className={classes.when}>{moment(backup.madeAt)}</span>
      <span className="quiet">
        {place(backup)}
        {backup.encrypted ? ` · ${t('encrypted')}` : null}
        {backup.verifiedAt === null ? ` · ${t('not_verified')}` : null}
      </span>
      <span className={classes.size}>{bytes(backup.bytes)}</span>
    </span>
  );
}

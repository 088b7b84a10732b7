import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { useReenterStore } from '../../../lib/store-view';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';
import {
  type Backup,
  type Preview,
  refOf,
  useBackups,
  useChooseFile,
  usePreviewRestore,
  useRestoreAfterFault,
} from '../api';
import { useMoment, usePlaceWords } from '../use-place-words';
import classes from './backups.module.css';
import { OtherBackups } from './other-backups';
import { type Proof, ProofDialog } from './proof-dialog';
import { Trouble } from './trouble';

interface RescueProps {
  /** The key that restores the newest one. */
  readonly cap: string;
}

/**
 * No store is open, because it is damaged or this is a new PC: the newest backup that was read back, one key to go
 * back to it, and whoever it belongs to. No phrase: nothing that works is lost.
 */
export function Rescue({ cap }: RescueProps) {
  const { t } = useTranslation('backups');
  const backups = useBackups();
  const file = useChooseFile();
  const preview = usePreviewRestore();
  const restore = useRestoreAfterFault();
  const reenter = useReenterStore();
  const [asked, setAsked] = useState<Preview | null>(null);
  const plain = (backups.data ?? []).filter(({ encrypted }) => !encrypted);
  const newest = plain.find(({ verifiedAt }) => verifiedAt !== null) ?? plain[0];

  const put = async (backup: Backup, proof: Proof) => {
    const end = await restore.run({ ...refOf(backup), proof });
    if (end.state === 'done') await reenter();
    return end;
  };
  const begin = async (backup: Backup) => {
    const end = await preview.run(refOf(backup));
    if (end.state !== 'done') return;
    const isOwned = end.value.needsRecoveryCode || end.value.owners.length > 0;
    if (isOwned) setAsked(end.value);
    else await put(backup, null);
  };
  const choose = async () => {
    const end = await file.run({});
    if (end.state === 'done' && end.value !== null) await begin(end.value);
  };
  const busy = preview.now.state === 'busy' || restore.now.state === 'busy';
  useFunctionPress(cap, () => {
    if (newest !== undefined && !busy && asked === null) void begin(newest);
  });
  return (
    <div className={classes.rescue}>
      {newest === undefined ? (
        <p>{t('rescue.none')}</p>
      ) : (
        <>
          <Newest backup={newest} />
          <div className={classes.acts}>
            <KeyButton cap={cap} loading={busy} onClick={() => void begin(newest)}>
              {t('rescue.do')}
            </KeyButton>
          </div>
        </>
      )}
      <OtherBackups
        backups={(backups.data ?? []).filter((each) => each !== newest)}
        onTake={(backup) => void begin(backup)}
        onChoose={() => void choose()}
      />
      <Trouble of={file.now} />
      <Trouble of={preview.now} />
      {asked === null ? <Trouble of={restore.now} /> : null}
      {asked === null ? null : (
        <ProofDialog
          title={t('rescue.whose')}
          owners={asked.owners}
          byCodeOnly={asked.needsRecoveryCode}
          send={(proof) => put(asked.backup, proof)}
          onBack={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Newest({ backup }: { readonly backup: Backup }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const place = usePlaceWords();
  return (
    <div>
      <p className={`${classes.big} numbers`}>{moment(backup.madeAt)}</p>
      <p>
        {place(backup)} · {bytes(backup.bytes)}
        {backup.holds === null
          ? null
          : ` · ${t('holds', { members: whole(backup.holds.members), purchases: whole(backup.holds.purchases) })}`}
      </p>
      <p className={classes.path} data-selectable>
        {backup.path}
      </p>
    </div>
  );
}

import type { StoreKeys } from '../../../db/backups/keys';
import { changeStanding, readStanding } from '../../../db/backups/standing-file';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { isBlocked, PinWaits, triesLeft } from '../../../db/domain/staff/pin-lock';
import { readRecoveryCode } from '../../../db/domain/staff/recovery-code';
import { instant } from '../../../db/domain/units';
import { comparePin, isOfAnotherPc, type Pepper } from '../../../db/staff/pin-hash';
import { fitsRecoveryHash } from '../../../db/staff/recovery-key';
import type { BackupProof } from '../../contract/backups';
import type { DeskSources } from '../shop';

/**
 * Whether somebody who cannot sign in, since no store is open, is an owner of a backup. Wrong PINs are
 * counted beside the backups, before they are compared, and followed by the same waits as at the counter.
 */
export class BackupProofs {
  private readonly waits = new PinWaits();

  constructor(
    private readonly sources: DeskSources,
    private readonly pepper: () => Pepper | null,
  ) {}

  /** Those whose PIN can be compared on this PC. */
  owners({ owners }: StoreKeys): StoreKeys['owners'] {
    return owners.filter(({ hash }) => !isOfAnotherPc(hash, this.pepper()));
  }

  /** Null when it is shown, or nothing has to be: the backup has no PINs. */
  async prove(storePath: string, keys: StoreKeys, proof: BackupProof) {
    if (keys.owners.length === 0) return null;
    if (proof === null) return refuse('proof_needed');
    if ('recoveryCode' in proof) {
      const secret = readRecoveryCode(proof.recoveryCode);
      if (secret instanceof Refusal) return secret;
      const fits = keys.recoveryHash !== null && fitsRecoveryHash(secret, keys.recoveryHash);
      return fits ? null : refuse('wrong_code');
    }
    const owner = this.owners(keys).find(({ id }) => id === proof.staffId);
    return owner === undefined ? refuse('proof_needed') : this.tryPin(storePath, owner, proof.pin);
  }

  private async tryPin(storePath: string, { id, hash }: StoreKeys['owners'][number], pin: string) {
    const { wrongPins } = readStanding(storePath);
    const before = wrongPins[id] ?? 0;
    if (isBlocked(before)) return refuse('pin_blocked');
    const left = this.waits.left(id, before, this.sources.steady());
    if (left > 0) return refuse('pin_locked', { until: instant(this.sources.clock() + left) });
    const failures = before + 1;
    changeStanding(storePath, { wrongPins: { ...wrongPins, [id]: failures } });
    const wait = this.waits.begin(id, failures, this.sources.steady());
    const found = await comparePin(pin, hash, { cost: this.sources.pinCost, pepper: this.pepper() });
    if (found === 'wrong') {
      const lockedUntil = wait === 0 ? null : instant(this.sources.clock() + wait);
      return refuse('wrong_pin', { left: triesLeft(failures), lockedUntil });
    }
    changeStanding(storePath, { wrongPins: { ...wrongPins, [id]: 0 } });
    return null;
  }
}

/** What is wrong with a store's safety, worst first. Source: trust "Durability". */
export const BACKUP_PROBLEMS = [
  /** The last try failed for want of room, or of leave to write. */
  'disk_full',
  'not_writable',
  /** The copy did not read back whole. */
  'not_whole',
  /** None that was read back whole for two days. */
  'overdue',
  /** The weekly trial could not open one; it is no longer counted among the backups. */
  'trial_failed',
  /** Not seen for a week. */
  'second_missing',
  'second_not_written',
  /** What was read back from it is not what was written. */
  'second_damaged',
  /** The recovery code in use is another than when it was chosen, or there is none any more. */
  'second_needs_code',
] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

/**
 * Whether a backup in its place mends a store that does not open: what damages no store (another version, no leave to
 * write, a second copy of Shuke) is mended by none. `fault` is a `StoreFaultCode`.
 */
export const mendedByBackup = (fault: string): boolean => fault === 'damaged' || fault === 'not_a_database';

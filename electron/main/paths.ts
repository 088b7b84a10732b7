import { join } from 'node:path';

export interface Paths {
  readonly store: string;
  readonly sample: string;
  readonly practice: string;
  readonly preferences: string;
  /** Of this PC's PINs, sealed by its system. */
  readonly pepper: string;
  readonly logs: string;
}

/** Everything Shuke keeps lies below the user-data folder; the sample and the practice store never share a folder with the real one. */
export function pathsIn(userData: string): Paths {
  return {
    store: join(userData, 'store', 'shuke.db'),
    sample: join(userData, 'sample', 'shuke.db'),
    practice: join(userData, 'practice', 'shuke.db'),
    preferences: join(userData, 'preferences.json'),
    pepper: join(userData, 'pepper.json'),
    logs: join(userData, 'logs'),
  };
}

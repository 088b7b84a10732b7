import type { PhotoFolder } from '../../db/complaints/photo-folder';
import type { StoreCalendar } from '../../db/domain/calendar/business-day';
import type { StaffMember } from '../../db/domain/staff/role';
import type { Instant } from '../../db/domain/units';
import type { LookupIndex } from '../../db/members/lookup-index';
import type { OpenedStore } from '../../db/open';
import type { PinCost } from '../../db/staff/pin-hash';

export type Staff = StaffMember;

/** Where time and ids come from; a test hands in its own. */
export interface Sources {
  readonly clock: () => Instant;
  readonly newId: () => string;
}

/** The same with what guards the counter goes by. */
export interface DeskSources extends Sources {
  /** Milliseconds of a clock that nobody can set and that never goes back; its zero says nothing. */
  readonly steady: () => number;
  /** How dear one guess at a PIN is. */
  readonly pinCost: PinCost;
}

/** One open store with what every handler needs of it. */
export interface Shop {
  readonly opened: OpenedStore;
  readonly calendar: StoreCalendar;
  /** In whose name Shuke itself writes: the first owner. */
  readonly house: Staff;
  /** Made up, to look around in: nothing in it is anybody's to act on. */
  readonly sample: boolean;
  /** The practice store: nothing of it may leave, and no real customer's data may come in. */
  readonly practice: boolean;
  readonly lookup: LookupIndex;
  readonly photos: PhotoFolder;
}

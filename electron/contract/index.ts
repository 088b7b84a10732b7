import { complaintsRoom } from './complaints';
import { exchangeRoom } from './exchange';
import { membersRoom } from './members';
import { pointsRoom } from './points';
import { purchasesRoom } from './purchases';
import { settingsRoom } from './settings';
import { staffRoom } from './staff';

/** Every channel of the bridge. */
export const contract = {
  complaints: complaintsRoom,
  exchange: exchangeRoom,
  members: membersRoom,
  points: pointsRoom,
  purchases: purchasesRoom,
  settings: settingsRoom,
  staff: staffRoom,
} as const;
export type ShukeContract = typeof contract;

import { auditRoom } from './audit';
import { backupsRoom } from './backups';
import { careRoom } from './care';
import { clipboardRoom } from './clipboard';
import { complaintsRoom } from './complaints';
import { couponsRoom } from './coupons';
import { daysRoom } from './days';
import { displayRoom } from './display';
import { dockRoom } from './dock';
import { exchangeRoom } from './exchange';
import { handbookRoom } from './handbook';
import { headOfficeRoom } from './head-office';
import { insightsRoom } from './insights';
import { invitationsRoom } from './invitations';
import { membersRoom } from './members';
import { overviewRoom } from './overview';
import { pointsRoom } from './points';
import { posRoom } from './pos';
import { practiceRoom } from './practice';
import { purchasesRoom } from './purchases';
import { qualityRoom } from './quality';
import { rightsRoom } from './rights';
import { segmentsRoom } from './segments';
import { settingsRoom } from './settings';
import { slipsRoom } from './slips';
import { staffRoom } from './staff';
import { supportRoom } from './support';
import { surveysRoom } from './surveys';
import { tiersRoom } from './tiers';

/** Every channel of the bridge. */
export const contract = {
  backups: backupsRoom,
  audit: auditRoom,
  care: careRoom,
  complaints: complaintsRoom,
  coupons: couponsRoom,
  days: daysRoom,
  display: displayRoom,
  dock: dockRoom,
  exchange: exchangeRoom,
  handbook: handbookRoom,
  headOffice: headOfficeRoom,
  insights: insightsRoom,
  invitations: invitationsRoom,
  members: membersRoom,
  overview: overviewRoom,
  points: pointsRoom,
  pos: posRoom,
  practice: practiceRoom,
  purchases: purchasesRoom,
  quality: qualityRoom,
  rights: rightsRoom,
  segments: segmentsRoom,
  settings: settingsRoom,
  clipboard: clipboardRoom,
  slips: slipsRoom,
  staff: staffRoom,
  support: supportRoom,
  surveys: surveysRoom,
  tiers: tiersRoom,
} as const;
export type ShukeContract = typeof contract;

import { baseline } from './0010-baseline';
import { loyalty } from './0020-loyalty';
import { complaints } from './0030-complaints';
import { care } from './0031-care';
import { surveys } from './0032-surveys';
import { handbook } from './0033-handbook';
import { insights } from './0040-insights';
import { segments } from './0041-segments';
import { profile } from './0042-profile';
import { quality } from './0043-quality';
import { staff } from './0050-staff';
import { audit } from './0051-audit';
import { rights } from './0052-rights';
import { days } from './0053-days';
import { headOffice } from './0060-head-office';
import { pos } from './0070-pos';
import { importKeys } from './0071-import-keys';
import { receiptNumber } from './0072-receipt-number';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every migration in order. A released one is never edited: the next change is a new one. */
export const MIGRATIONS: readonly Migration[] = [
  baseline,
  loyalty,
  complaints,
  care,
  surveys,
  handbook,
  insights,
  segments,
  profile,
  quality,
  staff,
  audit,
  rights,
  days,
  headOffice,
  pos,
  importKeys,
  receiptNumber,
];

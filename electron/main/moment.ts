import { lastMoment } from '../../db/audit/moment';
import { momentOf } from '../../db/domain/audit/clock';
import type { Instant } from '../../db/domain/units';
import type { Shop, Sources } from './shop';

/** What is written as now in this store: never before its last entry, whatever the clock of the PC says. */
export const momentIn = ({ opened }: Shop, { clock }: Sources): Instant =>
  momentOf(clock(), lastMoment(opened.raw));

import type { AuditRow, Verification } from '@contract/audit';
import type { Period } from '@domain/calendar/period';
import type { Answered, AskedWith } from '../../lib/rooms';
import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { AuditRow, Verification };
export type TrailFilters = Omit<AskedWith<'audit', 'list'>, 'before' | 'limit'>;
export type Entry = NonNullable<Answered<'audit', 'entry'>>;
export type Standing = Answered<'audit', 'standing'>;
export type Watched = Answered<'audit', 'watchList'>['findings'][number];

export const PAGE = 100;
/** Every act adds to the trail: it is read anew whenever one comes to look. */
const ANEW = { forgetAfter: 0, keepLast: true } as const;

export const useTrail = (filters: TrailFilters, before: number | null) =>
  useRead('audit', 'list', { ...filters, before, limit: PAGE }, ANEW);
export const useTrailOfMember = (memberId: string, before: number | null) =>
  useRead('audit', 'ofMember', { memberId, before, limit: PAGE }, { forgetAfter: 0 });
export const useEntry = (seq: number) => useRead('audit', 'entry', { seq });
export const useActs = () => useRead('audit', 'acts', {}, ANEW);
export const useStanding = () => useRead('audit', 'standing', {}, ANEW);
export const useWatchList = (period: Period) => useRead('audit', 'watchList', period, ANEW);
export const useStaffList = () => useRead('staff', 'list', {}, { keepLast: true });

export const useVerify = () => useAct('audit', 'verify');
export const useAcceptEnd = () => useAct('audit', 'acceptEnd');

import type { MemberOrder } from '../domain/segments/order';
import type { SegmentRule } from '../domain/segments/segment';
import type { BusinessDate } from '../domain/units';
import { readOn } from '../reading';
import type { Reader } from '../schema';
import { type SegmentMember, segmentMemberFrom } from './mapping';
import {
  firstNames,
  memberCount,
  memberNs,
  membersByN,
  type PageAsked,
  type SegmentSize,
  savedSegments,
  segmentSize,
} from './queries';

/** Whom a question is about, as of a day. */
export interface RuleAsked {
  readonly rule: SegmentRule;
  readonly today: BusinessDate;
}

/** What is asked of a million members at a time, for a thread of its own. */
export async function sizeAndNames(
  db: Reader,
  { rule, today }: RuleAsked,
): Promise<SegmentSize & { readonly names: string[] }> {
  return {
    ...(await readOn(db, segmentSize(rule, today))),
    names: await readOn(db, firstNames(rule, today)),
  };
}

export async function membersPage(
  db: Reader,
  { rule, today, order, ...page }: RuleAsked & PageAsked & { readonly order: MemberOrder },
): Promise<{ readonly total: number; readonly rows: SegmentMember[] }> {
  const ns = await readOn(db, memberNs(rule, { order, page }, today));
  const rows = await readOn(db, membersByN(ns, today));
  return {
    total: await readOn(db, memberCount(rule, today)),
    rows: rows.map((row) => segmentMemberFrom(row, today)),
  };
}

/** All of them by `member.n`: a list to go through slice by slice. */
export async function listOfMembers(
  db: Reader,
  { rule, today, order }: RuleAsked & { readonly order: MemberOrder },
): Promise<Int32Array> {
  return Int32Array.from(await readOn(db, memberNs(rule, { order }, today)));
}

export interface SavedSize extends SegmentSize {
  readonly segmentId: string;
}

/** Of every saved segment. */
export async function savedSizes(db: Reader, { today }: Pick<RuleAsked, 'today'>): Promise<SavedSize[]> {
  const sizes: SavedSize[] = [];
  for (const { id, rule } of await readOn(db, savedSegments()))
    sizes.push({ segmentId: id, ...(await readOn(db, segmentSize(rule, today))) });
  return sizes;
}

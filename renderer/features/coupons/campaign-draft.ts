import { AGREED, type Condition, ofTiers, type SegmentRule, where, within } from '@domain/segments/segment';
import type { Tier } from '@domain/tiers/tier';
import { keptOfStore } from '../../lib/kept-of-store';

/** Members that were chosen elsewhere: a saved segment, or those behind a figure. */
export interface Whom {
  readonly rule: SegmentRule;
  /** Null when it is nobody's saved one. */
  readonly segmentId: string | null;
  readonly name: string;
}

/** Whom a campaign is for, as typed; an empty field does not narrow it. Where `whom` is given, it alone counts. */
export interface CampaignDraft {
  readonly templateId: string | null;
  readonly whom: Whom | null;
  readonly tiers: readonly Tier[];
  readonly boughtWithinDays: string;
  readonly silentForDays: string;
  /** `1`-`12`, or empty. */
  readonly birthdayMonth: string;
  readonly minVisits: string;
  readonly tag: string;
  readonly marketingOnly: boolean;
}

export const BLANK: CampaignDraft = {
  templateId: null,
  whom: null,
  tiers: [],
  boughtWithinDays: '',
  silentForDays: '',
  birthdayMonth: '',
  minVisits: '',
  tag: '',
  marketingOnly: false,
};

export const MOST_DAYS = 3660;
const MOST_VISITS = 9999;

export type NumberField = 'boughtWithinDays' | 'silentForDays' | 'minVisits';

/** Empty = not asked; undefined = no number that may stand there. Full-width digits are folded. */
function readCount(text: string, most: number): number | null | undefined {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  if (!/^\d{1,4}$/.test(folded)) return undefined;
  const count = Number(folded);
  return count >= 1 && count <= most ? count : undefined;
}

export type ReadWhom =
  | { readonly ok: true; readonly rule: SegmentRule; readonly segmentId: string | null }
  | { readonly ok: false; readonly malformed: readonly NumberField[] };

/** The rule that main understands, or the fields that hold no number. */
export function whomOf(draft: CampaignDraft): ReadWhom {
  if (draft.whom !== null) return { ok: true, rule: draft.whom.rule, segmentId: draft.whom.segmentId };
  const boughtWithinDays = readCount(draft.boughtWithinDays, MOST_DAYS);
  const silentForDays = readCount(draft.silentForDays, MOST_DAYS);
  const minVisits = readCount(draft.minVisits, MOST_VISITS);
  if (boughtWithinDays === undefined || silentForDays === undefined || minVisits === undefined) {
    const read = { boughtWithinDays, silentForDays, minVisits };
    const fields = ['boughtWithinDays', 'silentForDays', 'minVisits'] as const;
    return { ok: false, malformed: fields.filter((field) => read[field] === undefined) };
  }
  const month = draft.birthdayMonth === '' ? null : Number(draft.birthdayMonth);
  const tag = draft.tag.trim();
  const rule = within(
    ofTiers(draft.tiers),
    ...(boughtWithinDays === null ? [] : [range('silent_days', null, boughtWithinDays)]),
    ...(silentForDays === null ? [] : [range('silent_days', silentForDays, null)]),
    ...(month === null ? [] : [range('birthday_month', month, month)]),
    ...(minVisits === null ? [] : [range('visits', minVisits, null)]),
    ...(tag === '' ? [] : [where({ kind: 'text', fact: 'tag', is: tag, not: false })]),
    ...(draft.marketingOnly ? [AGREED] : []),
  );
  return { ok: true, rule, segmentId: null };
}

const range = (
  fact: Extract<Condition, { kind: 'number' }>['fact'],
  from: number | null,
  to: number | null,
): SegmentRule => where({ kind: 'number', fact, from, to, not: false });

interface Kept {
  readonly draft: CampaignDraft;
  /** What was just confirmed. */
  readonly confirmed: { readonly name: string; readonly members: number } | null;
}

const { useKept, keep } = keptOfStore<Kept>({ draft: BLANK, confirmed: null });
export const useDraft = useKept;

/** A changed draft is a new campaign: what was confirmed before is told no longer. */
export const keepDraft = (storeId: string, part: Partial<CampaignDraft>): void =>
  keep(storeId, ({ draft }) => ({ draft: { ...draft, ...part }, confirmed: null }));

/** A campaign to members who were chosen elsewhere: the coupon is still to be chosen. */
export const beginCampaign = (storeId: string, whom: Whom): void =>
  keep(storeId, { draft: { ...BLANK, whom }, confirmed: null });

/** The draft is used up: the same coupons must not go out twice by a second press. */
export const keepConfirmed = (storeId: string, confirmed: NonNullable<Kept['confirmed']>): void =>
  keep(storeId, { draft: BLANK, confirmed });

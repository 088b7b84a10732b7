import type { Segment } from '@contract/coupons';
import type { Tier } from '@domain/tiers/tier';
import { create } from 'zustand';

/** Whom a campaign is for, as typed; an empty field does not narrow it. */
export interface CampaignDraft {
  readonly templateId: string | null;
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

export type ReadSegment =
  | { readonly ok: true; readonly segment: Segment }
  | { readonly ok: false; readonly malformed: readonly NumberField[] };

/** The segment as main understands it, or the fields that hold no number. */
export function segmentOf(draft: CampaignDraft): ReadSegment {
  const boughtWithinDays = readCount(draft.boughtWithinDays, MOST_DAYS);
  const silentForDays = readCount(draft.silentForDays, MOST_DAYS);
  const minVisits = readCount(draft.minVisits, MOST_VISITS);
  if (boughtWithinDays === undefined || silentForDays === undefined || minVisits === undefined) {
    const read = { boughtWithinDays, silentForDays, minVisits };
    const fields = ['boughtWithinDays', 'silentForDays', 'minVisits'] as const;
    return { ok: false, malformed: fields.filter((field) => read[field] === undefined) };
  }
  const tag = draft.tag.trim();
  return {
    ok: true,
    segment: {
      tiers: [...draft.tiers],
      boughtWithinDays,
      silentForDays,
      birthdayMonth: draft.birthdayMonth === '' ? null : Number(draft.birthdayMonth),
      minVisits,
      tag: tag === '' ? null : tag,
      marketingOnly: draft.marketingOnly,
    },
  };
}

interface Campaigns {
  /** The store that this belongs to: nothing of it is shown in another one. */
  readonly storeId: string | null;
  readonly draft: CampaignDraft;
  /** What was just confirmed. */
  readonly confirmed: { readonly name: string; readonly members: number } | null;
}
type Kept = Omit<Campaigns, 'storeId'>;

const NOTHING: Kept = { draft: BLANK, confirmed: null };

/** Survives a look at another screen. */
const useCampaigns = create<Campaigns>(() => ({ storeId: null, ...NOTHING }));

export function useDraft(storeId: string): Kept {
  const kept = useCampaigns();
  return kept.storeId === storeId ? kept : NOTHING;
}

/** A changed draft is a new campaign: what was confirmed before is told no longer. */
export function keepDraft(storeId: string, part: Partial<CampaignDraft>): void {
  useCampaigns.setState((last) => {
    const { draft } = last.storeId === storeId ? last : NOTHING;
    return { storeId, draft: { ...draft, ...part }, confirmed: null };
  });
}

/** The draft is used up: the same coupons must not go out twice by a second press. */
export const keepConfirmed = (storeId: string, confirmed: NonNullable<Kept['confirmed']>): void =>
  useCampaigns.setState({ storeId, draft: BLANK, confirmed });

export const forgetCampaign = (): void => useCampaigns.setState({ storeId: null, ...NOTHING });

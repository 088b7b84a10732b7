import { BLANK, type CampaignDraft, segmentOf } from '@renderer/features/coupons/campaign-draft';
import { describe, expect, it } from 'vitest';

const EVERYBODY = {
  tiers: [],
  boughtWithinDays: null,
  silentForDays: null,
  birthdayMonth: null,
  minVisits: null,
  tag: null,
  marketingOnly: false,
};
const typed = (part: Partial<CampaignDraft>) => segmentOf({ ...BLANK, ...part });

describe('whom a campaign is for, as typed', () => {
  it('is everybody while nothing is filled in', () =>
    expect(segmentOf(BLANK)).toEqual({ ok: true, segment: EVERYBODY }));

  it.each<[Partial<CampaignDraft>, object]>([
    [{ tiers: ['loyal', 'vip'] }, { tiers: ['loyal', 'vip'] }],
    [{ boughtWithinDays: '90' }, { boughtWithinDays: 90 }],
    [{ silentForDays: ' ３０ ' }, { silentForDays: 30 }],
    [{ birthdayMonth: '12' }, { birthdayMonth: 12 }],
    [{ minVisits: '3' }, { minVisits: 3 }],
    [{ tag: ' 靠窗 ' }, { tag: '靠窗' }],
    [{ tag: '  ' }, { tag: null }],
    [{ marketingOnly: true }, { marketingOnly: true }],
  ])('%j narrows it to %j', (part, narrowed) =>
    expect(typed(part)).toEqual({ ok: true, segment: { ...EVERYBODY, ...narrowed } }),
  );

  it.each(['0', '-1', '1.5', 'abc', '3661', '99999'])('%j is no number of days', (text) => {
    expect(typed({ boughtWithinDays: text })).toEqual({ ok: false, malformed: ['boughtWithinDays'] });
    expect(typed({ silentForDays: text })).toEqual({ ok: false, malformed: ['silentForDays'] });
  });

  it('names every field that holds no number', () =>
    expect(typed({ boughtWithinDays: 'x', minVisits: '0', silentForDays: '7' })).toEqual({
      ok: false,
      malformed: ['boughtWithinDays', 'minVisits'],
    }));
});

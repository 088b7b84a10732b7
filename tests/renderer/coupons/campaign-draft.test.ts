import { EVERYBODY, ofTiers } from '@domain/segments/segment';
import { BLANK, type CampaignDraft, whomOf } from '@renderer/features/coupons/campaign-draft';
import { describe, expect, it } from 'vitest';

const typed = (part: Partial<CampaignDraft>) => whomOf({ ...BLANK, ...part });
const not = false;
const silent = (from: number | null, to: number | null) => ({
  ...{ kind: 'number', fact: 'silent_days', from, to, not },
});

describe('whom a campaign is for, as typed', () => {
  it('is everybody while nothing is filled in', () =>
    expect(whomOf(BLANK)).toEqual({ ok: true, rule: EVERYBODY, segmentId: null }));

  it.each<[Partial<CampaignDraft>, object]>([
    [{ tiers: ['loyal', 'vip'] }, { kind: 'choice', fact: 'tier', in: ['loyal', 'vip'], not }],
    [{ boughtWithinDays: '90' }, silent(null, 90)],
    [{ silentForDays: ' ３０ ' }, silent(30, null)],
    [{ birthdayMonth: '12' }, { kind: 'number', fact: 'birthday_month', from: 12, to: 12, not }],
    [{ minVisits: '3' }, { kind: 'number', fact: 'visits', from: 3, to: null, not }],
    [{ tag: ' 靠窗 ' }, { kind: 'text', fact: 'tag', is: '靠窗', not }],
    [{ marketingOnly: true }, { kind: 'yes', fact: 'agreed_to_marketing', not }],
  ])('%j narrows it to %j', (part, condition) =>
    expect(typed(part)).toEqual({ ok: true, rule: { all: [{ any: [condition] }] }, segmentId: null }),
  );

  it('every part that is filled in narrows it', () => {
    const read = typed({ tiers: ['vip'], minVisits: '3', tag: '  ', marketingOnly: true });
    expect(read).toMatchObject({ ok: true, rule: { all: [{}, {}, {}] } });
  });

  it('S27 a segment that was chosen stands alone', () => {
    const whom = { rule: ofTiers(['vip']), segmentId: 'of-the-shop', name: '常客' };
    expect(typed({ whom, minVisits: 'abc' })).toEqual({
      ...{ ok: true, rule: whom.rule, segmentId: 'of-the-shop' },
    });
  });

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

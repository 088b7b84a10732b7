import { indexMissingComplaints } from '@db/complaints/search';
import { points } from '@domain/units';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged, MOULD } from './logging';

let shop: TestShop;
let memberId: string;
beforeAll(async () => {
  shop = await aShop();
  memberId = await shop.member('张敏');
});
afterAll(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

/** What a person does to a complaint; the words differ each time, and whatever its state forbids is refused. */
const ACTS = {
  note: (complaintId, note) => shop.client.complaints.addNote(shop.request(), { complaintId, note }),
  respond: (complaintId, note) => shop.client.complaints.respond(shop.request(), { complaintId, note }),
  pause: (complaintId, reason) => shop.client.complaints.pause(shop.request(), { complaintId, reason }),
  resume: (complaintId, note) => shop.client.complaints.resume(shop.request(), { complaintId, note }),
  resolve: (complaintId, result) => shop.client.complaints.resolve(shop.request(), { complaintId, result }),
  close: (complaintId, cause) =>
    shop.client.complaints.close(shop.request(), {
      complaintId,
      cause,
      measure: `${cause}措`,
      satisfaction: 4,
    }),
  reopen: (complaintId, reason) => shop.client.complaints.reopen(shop.request(), { complaintId, reason }),
  escalate: (complaintId, reason) =>
    shop.client.complaints.escalate(shop.request(), { complaintId, reason, toStaffId: ownerId() }),
  ask: (complaintId, note) =>
    shop.client.complaints.recordSatisfaction(shop.request(), { complaintId, satisfaction: 2, note }),
  correct: (complaintId, product) => {
    const { object, reason, aboutStaffId, severity } = MOULD;
    const right = { memberId, object, reason, product, aboutStaffId, severity, note: `${product}误` };
    return shop.client.complaints.correct(shop.request(), { complaintId, ...right });
  },
  give: (complaintId, reason) =>
    shop.client.complaints.compensate(shop.request(), {
      complaintId,
      give: { kind: 'points', points: points(5) },
      reason,
    }),
  rename: (_, name) =>
    shop.client.members.change(shop.request(), {
      ...{
        memberId,
        name,
        phone: '13812348812',
        phoneShared: false,
        cardNo: '',
        birthday: null,
        gender: null,
      },
      ...{ source: 'walk_in', referrerId: null, tags: [], note: '' },
    }),
  rules: async (_, __, size) => {
    const { version, rules } = await shop.client.settings.rules({});
    const complaints = { ...rules.complaints, storeHours: size % 2 === 0, responseHours: (size % 48) + 1 };
    const changed = { ...rules, complaints };
    return shop.client.settings.changeRules(shop.request(), { basedOn: version, rules: changed });
  },
} satisfies Record<
  string,
  (complaintId: string, words: string, size: number) => Promise<{ readonly ok: boolean }>
>;

const ownerId = () => shop.main.app.session.shop().house.id;

type Act = keyof typeof ACTS;
const ACT_NAMES = Object.keys(ACTS) as Act[]; // an object literal of its own keys

const histories = fc.array(
  fc.record({
    act: fc.constantFrom(...ACT_NAMES),
    /** Hours until then. */
    wait: fc.integer({ min: 0, max: 90 }),
  }),
  { minLength: 1, maxLength: 14 },
);
type History = readonly { readonly act: Act; readonly wait: number }[];

/** Every act once where it is allowed: lived first, so that the dice do not decide what is proved. */
const KNOWN: History = (
  [
    'note',
    'respond',
    'pause',
    'resume',
    'escalate',
    'correct',
    'give',
    'rename',
    'rules',
    'resolve',
    'ask',
    'close',
    'reopen',
  ] as const
).map((act) => ({ act, wait: 5 }));

const SIGNS = '鱼油发霉退换货迟到缺斤少两ab12';
/** What was not refused at least once. */
const taken = new Set<Act>();
let said = 0;
/** Words that nobody has said before. */
function words(): string {
  said += 1;
  return `${SIGNS[said % SIGNS.length]}${SIGNS[(said * 7) % SIGNS.length]}${said}`;
}

async function lived(history: History): Promise<string> {
  const { complaintId } = await logged(shop, { what: words(), wish: words() });
  for (const { act, wait } of history) {
    shop.clock.advanceDays(wait / 24);
    const outcome = await ACTS[act](complaintId, words(), wait);
    if (outcome.ok) taken.add(act);
  }
  return complaintId;
}

/** Every term of the index, where it stands. */
const indexed = () =>
  shop.raw().prepare('select term, doc, "offset" from temp.told order by doc, "offset"').raw().all();

it('S71 any history leaves the search exactly what an index made anew holds', async () => {
  shop
    .raw()
    .exec(
      "create virtual table if not exists temp.told using fts5vocab ('main', 'complaint_text', 'instance')",
    );
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      await lived(history);
      const kept = indexed();
      shop.raw().exec('delete from complaint_text');
      indexMissingComplaints(shop.raw());
      expect(indexed()).toEqual(kept);
    }),
    { numRuns: 15, examples: [[KNOWN]] },
  );
});

it('S68 S69 any history explains both due times: the last that the timeline says of a clock is when it is due', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const complaintId = await lived(history);
      const detail = await shop.client.complaints.detail({ complaintId });
      const dues = detail?.timeline.flatMap(({ due }) => due) ?? [];
      const last = (clock: string) => dues.findLast((due) => due.clock === clock)?.at;
      expect(last('response')).toBe(detail?.responseDueAt);
      expect(last('resolution')).toBe(detail?.resolutionDueAt);
    }),
    { numRuns: 25, examples: [[KNOWN]] },
  );
  expect([...taken].toSorted()).toEqual(ACT_NAMES.toSorted());
});

import type { Scope } from '@contract/rpc';
import type { QueryName, Room } from './rooms';

/**
 * What each query shows, in the words of `data-changed`: a change of any of its scopes makes the
 * answer stale. A query that is missing here does not compile.
 */
const SCOPES_OF: { readonly [R in Room]: { readonly [N in QueryName<R>]: readonly Scope[] } } = {
  backups: {
    // A second medium needs the recovery code, which the staff room makes.
    standing: ['backups', 'staff', 'store'],
    list: ['backups', 'store'],
    previewUndo: ['backups', 'purchases', 'points', 'members', 'store'],
    personHeldIn: ['backups', 'members', 'store'],
  },
  audit: {
    // Everything that is done is an entry; whoever looks at the trail sees it grow with each look, not with each sale.
    list: ['audit', 'days', 'store'],
    ofMember: ['audit', 'members', 'points', 'purchases', 'coupons', 'complaints', 'days', 'store'],
    acts: ['audit', 'store'],
    entry: ['audit', 'members', 'store'],
    standing: ['audit', 'days', 'store'],
    clock: ['audit', 'store'],
    watchList: ['audit', 'days', 'settings', 'store'],
  },
  days: {
    preview: ['days', 'purchases', 'points', 'coupons', 'complaints', 'members', 'store'],
    closes: ['days', 'store'],
    sheet: ['days', 'purchases', 'points', 'store'],
  },
  members: {
    lookup: ['members', 'points', 'purchases', 'complaints', 'store'],
    recent: ['members', 'points', 'purchases', 'complaints', 'store'],
    card: ['members', 'points', 'purchases', 'coupons', 'complaints', 'settings', 'store'],
    list: ['members', 'points', 'purchases', 'complaints', 'store'],
    consents: ['members', 'store'],
    profile: ['members', 'store'],
  },
  purchases: {
    ofMember: ['purchases', 'store'],
    ofReceipt: ['purchases', 'members', 'store'],
    detail: ['purchases', 'store'],
    // Asked once, by a page that begins.
    typed: [],
    previewRefund: ['purchases', 'points', 'coupons', 'members', 'settings', 'store'],
  },
  points: {
    entries: ['points', 'store'],
    lots: ['points', 'store'],
    whyBalance: ['points', 'settings', 'store'],
    whyLot: ['points', 'store'],
    liability: ['points', 'settings', 'store'],
  },
  pos: {
    state: ['pos', 'purchases', 'store'],
    files: ['pos', 'store'],
    refused: ['pos', 'store'],
    // What is recorded by hand waits no longer.
    unclaimed: ['pos', 'purchases', 'store'],
  },
  practice: {
    // What was done is judged anew after everything that is done.
    standing: [
      'practice',
      'members',
      'purchases',
      'points',
      'coupons',
      'complaints',
      'care',
      'surveys',
      'days',
      'store',
    ],
  },
  care: {
    tasks: ['care', 'members', 'purchases', 'complaints', 'settings', 'store'],
    // In the rail, so always on screen: what a sale changes in it can wait for the next look at the list.
    counts: ['care', 'complaints', 'settings', 'store'],
    task: [
      'care',
      'members',
      'purchases',
      'points',
      'coupons',
      'complaints',
      'invitations',
      'settings',
      'store',
    ],
    ofMember: ['care', 'members', 'purchases', 'complaints', 'settings', 'store'],
    fillScript: ['care', 'members', 'purchases', 'points', 'coupons', 'complaints', 'settings', 'store'],
    previewList: ['care', 'members', 'purchases', 'complaints', 'settings', 'store'],
    lists: ['care', 'store'],
    // Main writes it in the language of this computer.
    groupText: ['care', 'members', 'purchases', 'complaints', 'settings', 'preferences', 'store'],
    plans: ['care', 'store'],
    results: ['care', 'purchases', 'store'],
  },
  complaints: {
    // The reasons' words are the owner's, and half of a complaint is about a member.
    list: ['complaints', 'members', 'settings', 'store'],
    counts: ['complaints', 'store'],
    detail: ['complaints', 'members', 'coupons', 'settings', 'store'],
    billsOf: ['purchases', 'store'],
    compensationChoices: ['complaints', 'coupons', 'settings', 'store'],
    photo: ['complaints', 'store'],
    statistics: ['complaints', 'members', 'settings', 'store'],
  },
  display: {
    customerView: ['display', 'members', 'points', 'purchases', 'coupons', 'store'],
    consentAnswer: ['display'],
    surveyAnswer: ['display'],
    // Not `display`: what is shown there changes with every bill, where it stands hardly ever.
    placement: ['preferences'],
  },
  dock: { standing: ['preferences'], zoom: ['preferences'] },
  exchange: {
    imports: ['exchange', 'store'],
    exports: ['exchange', 'store'],
    job: ['exchange', 'store'],
    runningJob: ['exchange', 'store'],
  },
  handbook: {
    selfChecks: ['handbook', 'store'],
    checklists: ['handbook', 'store'],
    stories: ['handbook', 'members', 'store'],
  },
  headOffice: {
    // In the rail, so always on screen: what a sale brings is told by the schedule, not by each bill.
    standing: ['head_office', 'exchange', 'store'],
    packets: ['head_office', 'exchange', 'store'],
    rulePackets: ['head_office', 'settings', 'store'],
    sheet: ['head_office', 'store'],
  },
  insights: {
    // What has come since the run is told for its own sake; it need not follow every sale at once.
    standing: ['insights', 'insight_run', 'settings', 'store'],
    rfm: ['insights', 'store'],
    pareto: ['insights', 'store'],
    cohorts: ['insights', 'store'],
    clusters: ['insights', 'store'],
    survival: ['insights', 'store'],
    model: ['insights', 'store'],
    forecast: ['insights', 'store'],
    products: ['insights', 'store'],
    ofMember: ['insights', 'members', 'purchases', 'settings', 'store'],
    hint: ['insights', 'purchases', 'store'],
    warnings: ['insights', 'members', 'purchases', 'care', 'store'],
    views: ['insights', 'settings', 'store'],
    worth: ['insights', 'members', 'store'],
    pipeline: ['insights', 'members', 'settings', 'store'],
    growth: ['insights', 'members', 'settings', 'store'],
  },
  invitations: {
    events: ['invitations', 'store'],
    guests: ['invitations', 'members', 'store'],
    previewInvitation: ['invitations', 'members', 'care', 'store'],
  },
  overview: {
    // Read again with each bill for as long as one looks at it: an owner watches the day come in.
    today: ['purchases', 'points', 'members', 'store'],
    // Over all bills of a period: once the counter is quiet, when the histories have learned of them, too.
    figures: ['histories', 'insights', 'store'],
    customers: ['histories', 'insights', 'settings', 'store'],
    indicators: ['histories', 'insights', 'settings', 'store'],
  },
  rights: {
    erasePreview: ['members', 'purchases', 'points', 'coupons', 'complaints', 'care', 'exchange', 'store'],
    erasure: ['members', 'store'],
    mergePreview: ['members', 'purchases', 'points', 'coupons', 'complaints', 'care', 'surveys', 'store'],
    mergesInto: ['members', 'store'],
  },
  quality: {
    standing: ['members', 'care', 'insights', 'store'],
    list: ['members', 'care', 'insights', 'store'],
    duplicates: ['members', 'insights', 'store'],
  },
  segments: {
    list: ['segments', 'store'],
    // A rule may ask for anything; what a sale changes in how many it holds can wait for the next look.
    sizes: ['segments', 'members', 'coupons', 'complaints', 'invitations', 'surveys', 'insights', 'store'],
    count: ['members', 'coupons', 'complaints', 'invitations', 'surveys', 'insights', 'store'],
    members: ['members', 'points', 'coupons', 'complaints', 'invitations', 'surveys', 'insights', 'store'],
    vocabulary: ['members', 'insights', 'store'],
    previewCare: ['members', 'care', 'complaints', 'insights', 'store'],
    rounds: ['care', 'segments', 'store'],
  },
  settings: {
    store: ['store'],
    preferences: ['preferences'],
    tour: ['preferences', 'store'],
    rules: ['settings', 'store'],
    ruleHistory: ['settings', 'store'],
  },
  clipboard: { choice: ['preferences'] },
  slips: {
    ofSale: ['purchases', 'points', 'coupons', 'members', 'store'],
    // Printers come and go without telling; the panel reads them each time it opens.
    printers: [],
    choice: ['preferences'],
    sheetChoice: ['preferences'],
  },
  /** Only acts: what is gathered is of that moment. */
  support: {},
  surveys: {
    standing: ['surveys', 'settings', 'members', 'store'],
    answers: ['surveys', 'members', 'store'],
    results: ['surveys', 'purchases', 'settings', 'store'],
    ranking: ['surveys', 'purchases', 'complaints', 'store'],
    changes: ['surveys', 'store'],
  },
  tiers: { why: ['members', 'purchases', 'settings', 'store'] },
  coupons: {
    ofMember: ['coupons', 'store'],
    byCode: ['coupons', 'members', 'store'],
    why: ['coupons', 'store'],
    handTemplates: ['coupons', 'settings', 'store'],
    previewBatch: ['coupons', 'members', 'purchases', 'settings', 'store'],
    batches: ['coupons', 'store'],
  },
  staff: {
    current: ['staff', 'settings', 'store'],
    list: ['staff', 'store'],
    people: ['staff', 'members', 'store'],
  },
};

/** True when the answer under `key` shows something that has changed. */
export function isTouched(key: readonly unknown[], changed: readonly Scope[]): boolean {
  const [room, name] = key;
  const rooms: Readonly<Record<string, Readonly<Record<string, readonly Scope[]>>>> = SCOPES_OF;
  const scopes = typeof room === 'string' && typeof name === 'string' ? rooms[room]?.[name] : undefined;
  return scopes?.some((scope) => changed.includes(scope)) ?? false;
}

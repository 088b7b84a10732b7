import type { Role } from '../../db/domain/staff/role';
import type { ShukeContract } from './index';
import type { Cure } from './rpc';

/**
 * Who may call what: the one table that main enforces and a test walks for every role and every
 * channel. A channel that is missing here does not compile. Sources: rules "Staff", trust "People".
 */
export type Permission =
  /** Before anybody has signed in, and behind the lock, too. */
  | { readonly who: 'anyone' }
  | {
      /** The least role; what the act itself allows (limits, allowances) is the domain's to say. */
      readonly who: Role;
      /**
       * `possible`: somebody of that role may approve one call by PIN, without logging the other out.
       * `always`: a PIN of that role is asked for each call, even of who is signed in.
       */
      readonly approval?: 'possible' | 'always';
    };

const anyone = { who: 'anyone' } as const;
const cashier = { who: 'cashier' } as const;
const manager = { who: 'manager', approval: 'possible' } as const;
const owner = { who: 'owner', approval: 'possible' } as const;
/** For what is only read: nobody is asked for a PIN because a screen was opened. */
const managerOnly = { who: 'manager' } as const;
const ownerOnly = { who: 'owner' } as const;
const managerPin = { who: 'manager', approval: 'always' } as const;
const ownerPin = { who: 'owner', approval: 'always' } as const;

type PermissionTable = {
  readonly [Room in keyof ShukeContract]: { readonly [Name in keyof ShukeContract[Room]]: Permission };
};

export const PERMISSIONS: PermissionTable = {
  backups: {
    standing: cashier,
    list: ownerOnly,
    makeNow: manager,
    chooseSecondMedium: ownerPin,
    forgetSecondMedium: ownerPin,
    showFolder: owner,
    chooseFile: ownerOnly,
    previewRestore: ownerOnly,
    restore: ownerPin,
    previewUndo: ownerOnly,
    undoRestore: ownerPin,
    // Without a store nobody can sign in: who may is asked of the backup itself.
    restoreAfterFault: anyone,
    salvage: anyone,
    personHeldIn: ownerOnly,
  },
  audit: {
    list: managerOnly,
    ofMember: managerOnly,
    acts: managerOnly,
    entry: managerOnly,
    standing: managerOnly,
    verify: manager,
    acceptEnd: ownerPin,
    clock: cashier,
    confirmClock: ownerPin,
    // A manager is among those who are watched.
    watchList: ownerOnly,
  },
  care: {
    tasks: cashier,
    counts: cashier,
    task: cashier,
    ofMember: cashier,
    contact: cashier,
    recordOutcome: cashier,
    recordTouch: cashier,
    addTask: cashier,
    putOff: cashier,
    drop: cashier,
    assign: cashier,
    fillScript: cashier,
    setCause: cashier,
    giveWinBackCoupon: cashier,
    previewList: cashier,
    makeList: manager,
    lists: cashier,
    saveList: manager,
    giveBackList: manager,
    groupText: cashier,
    plans: cashier,
    addPlan: manager,
    endPlan: manager,
    results: cashier,
  },
  complaints: {
    list: cashier,
    counts: cashier,
    detail: cashier,
    billsOf: cashier,
    log: cashier,
    addNote: cashier,
    respond: cashier,
    pause: cashier,
    resume: cashier,
    escalate: cashier,
    resolve: cashier,
    close: cashier,
    reopen: cashier,
    recordSatisfaction: cashier,
    correct: cashier,
    compensationChoices: cashier,
    compensate: cashier,
    addPhoto: cashier,
    photo: cashier,
    statistics: cashier,
    exportArchive: manager,
  },
  coupons: {
    ofMember: cashier,
    byCode: cashier,
    why: cashier,
    handTemplates: cashier,
    giveByHand: cashier,
    handOver: cashier,
    withdraw: manager,
    previewBatch: cashier,
    startBatch: manager,
    batches: cashier,
    resumeBatches: manager,
  },
  days: {
    preview: managerOnly,
    close: manager,
    closes: managerOnly,
    sheet: managerOnly,
  },
  display: {
    customerView: anyone,
    answerConsent: anyone,
    consentAnswer: cashier,
    answerSurvey: anyone,
    surveyAnswer: cashier,
    show: cashier,
    placement: cashier,
    open: cashier,
    close: cashier,
  },
  dock: {
    // The window itself comes, goes and changes its form behind the lock, too.
    standing: anyone,
    turn: anyone,
    place: cashier,
    dismiss: anyone,
    setHotkey: cashier,
    zoom: anyone,
    setZoom: anyone,
    stepZoom: anyone,
    startWithComputer: cashier,
  },
  exchange: {
    saveTable: manager,
    chooseFile: ownerOnly,
    previewFile: ownerOnly,
    dryRun: ownerOnly,
    runImport: owner,
    undoImport: ownerPin,
    imports: ownerOnly,
    exportAll: managerPin,
    exports: managerOnly,
    job: cashier,
    runningJob: cashier,
    cancelJob: cashier,
    showFile: cashier,
  },
  handbook: {
    selfChecks: cashier,
    checkSelf: cashier,
    checklists: cashier,
    runChecklist: cashier,
    stories: cashier,
    addStory: cashier,
  },
  headOffice: {
    standing: cashier,
    packets: managerOnly,
    rulePackets: managerOnly,
    readCard: ownerOnly,
    setUp: ownerPin,
    change: owner,
    stop: ownerPin,
    sheet: managerOnly,
    saveSheet: manager,
    send: manager,
    takeAck: manager,
    showOutbox: managerOnly,
    readRules: managerOnly,
    acceptRules: ownerPin,
    refuseRules: owner,
  },
  insights: {
    standing: cashier,
    run: manager,
    rfm: cashier,
    pareto: cashier,
    cohorts: cashier,
    clusters: cashier,
    survival: cashier,
    model: cashier,
    forecast: cashier,
    products: cashier,
    ofMember: cashier,
    hint: cashier,
    warnings: cashier,
    views: cashier,
    worth: cashier,
    pipeline: cashier,
    growth: cashier,
  },
  invitations: {
    events: cashier,
    guests: cashier,
    planEvent: manager,
    cancelEvent: manager,
    previewInvitation: cashier,
    invite: cashier,
    setGuest: cashier,
  },
  members: {
    lookup: cashier,
    recent: cashier,
    card: cashier,
    list: cashier,
    consents: cashier,
    signUp: cashier,
    setAdviser: cashier,
    profile: cashier,
    setProfile: cashier,
    change: cashier,
    recordConsent: cashier,
  },
  overview: {
    today: cashier,
    figures: managerOnly,
    customers: managerOnly,
    indicators: managerOnly,
  },
  points: {
    entries: cashier,
    lots: cashier,
    whyBalance: cashier,
    whyLot: cashier,
    liability: cashier,
    adjust: cashier,
  },
  pos: {
    state: cashier,
    files: managerOnly,
    refused: managerOnly,
    unclaimed: cashier,
    claim: cashier,
    dismiss: manager,
    chooseFolder: ownerOnly,
    previewFile: ownerOnly,
    setSource: owner,
    pause: manager,
    retryFile: manager,
    showFile: managerOnly,
  },
  practice: {
    begin: cashier,
    // Whoever has locked the practice store shall not be locked in with it.
    leave: anyone,
    standing: cashier,
    take: cashier,
    again: cashier,
    haveRead: cashier,
  },
  purchases: {
    ofMember: cashier,
    ofReceipt: cashier,
    detail: cashier,
    record: cashier,
    keepTyped: cashier,
    typed: cashier,
    previewRefund: cashier,
    refund: manager,
    undo: manager,
  },
  quality: {
    standing: cashier,
    list: cashier,
    duplicates: cashier,
    tellApart: cashier,
    untellApart: cashier,
  },
  rights: {
    myData: manager,
    saveMyData: manager,
    erasePreview: cashier,
    erase: ownerPin,
    erasure: cashier,
    mergePreview: cashier,
    merge: manager,
    undoMerge: manager,
    mergesInto: cashier,
  },
  segments: {
    list: cashier,
    sizes: cashier,
    count: cashier,
    members: cashier,
    vocabulary: cashier,
    save: manager,
    rename: manager,
    putAway: manager,
    saveMembers: manager,
    previewCare: cashier,
    giveCare: manager,
    rounds: cashier,
  },
  settings: {
    store: anyone,
    createStore: anyone,
    openSample: anyone,
    leaveSample: anyone,
    retryStore: anyone,
    showStoreFolder: anyone,
    quit: anyone,
    preferences: anyone,
    setPreferences: anyone,
    tour: anyone,
    endTour: anyone,
    rules: cashier,
    ruleHistory: cashier,
    changeRules: owner,
    renameStore: owner,
  },
  clipboard: { choice: cashier, choose: managerOnly, receipt: cashier },
  slips: {
    ofSale: cashier,
    printers: cashier,
    choice: cashier,
    choose: cashier,
    sheetChoice: cashier,
    chooseSheet: cashier,
    print: cashier,
    savePdf: cashier,
  },
  staff: {
    current: anyone,
    list: cashier,
    people: managerOnly,
    signIn: anyone,
    lock: anyone,
    stillHere: anyone,
    tryAs: anyone,
    approve: cashier,
    add: ownerPin,
    change: owner,
    setRole: ownerPin,
    deactivate: ownerPin,
    reactivate: ownerPin,
    setOwnPin: cashier,
    givePin: managerPin,
    unblock: manager,
    resetByRecoveryCode: anyone,
    newRecoveryCode: ownerPin,
  },
  support: {
    gather: cashier,
    save: cashier,
  },
  surveys: {
    standing: cashier,
    record: cashier,
    linkComplaint: cashier,
    answers: cashier,
    results: cashier,
    ranking: cashier,
    addStaffNote: manager,
    changes: cashier,
    addChange: manager,
  },
  tiers: {
    why: cashier,
    setByHand: manager,
  },
};

/** Refusals that an approval lifts, whatever the channel. */
export const CURES: Readonly<Record<string, Cure>> = {
  above_daily_limit: { role: 'manager', another: false },
  above_allowance: { role: 'manager', another: false },
  worth_unknown: { role: 'manager', another: false },
  /** Four eyes: above the owner's limit two people stand for it, whoever they are. */
  second_person_needed: { role: 'manager', another: true },
  /** Nobody redeems for their own card; any colleague may do it for them. */
  own_card: { role: 'cashier', another: true },
};

/** The permission of `room.name`; undefined when there is no such channel. */
export function permissionOf(channel: string): Permission | undefined {
  const rooms: Readonly<Record<string, Readonly<Record<string, Permission>>>> = PERMISSIONS;
  const [room = '', name = ''] = channel.split('.');
  return Object.hasOwn(rooms, room) && Object.hasOwn(rooms[room] ?? {}, name)
    ? rooms[room]?.[name]
    : undefined;
}

import { Refusal } from '../../../db/domain/refusal';
import { decideRuleChange, newestOf, standingPlans } from '../../../db/domain/settings/change-rules';
import { ruleDifferences } from '../../../db/domain/settings/differences';
import { ruleHistory } from '../../../db/domain/settings/rule-history';
import type { ShopRules } from '../../../db/domain/settings/shop-rules';
import { refusedNewPin, UNKNOWN } from '../../../db/domain/staff/pin';
import { STARTING_STAFF_RULES } from '../../../db/domain/staff/staff-rules';
import type { BusinessDate } from '../../../db/domain/units';
import { appendRules, renameStore } from '../../../db/settings/commands';
import { currentRules, ruleRecords, storeRow, versionsFromNowOn } from '../../../db/settings/queries';
import type { CommandCx, RoomHandlers } from '../context';
import type { PreferencesFile } from '../preferences';
import { newRecoveryCode } from '../recovery';
import { signedIn } from '../signed-in';

export const settingsHandlers: RoomHandlers<'settings'> = {
  store: (cx) => cx.app.session.view(),
  createStore: async (cx, { name, zone, owner }) => {
    const { pin } = owner;
    const refused = pin === null ? undefined : refusedNewPin(pin, STARTING_STAFF_RULES.pinDigits, UNKNOWN);
    if (refused !== undefined) return refused;
    const code = pin === null ? null : newRecoveryCode();
    const first = pin === null || code === null ? null : { hash: await cx.pins.hash(pin), code: code.kept };
    const store = await cx.session.create(name, zone, { name: owner.name, first });
    if (store instanceof Refusal) return store;
    await signedIn(cx, cx.session.shop().house);
    return { store, recoveryCode: code?.code ?? null };
  },
  openSample: (app) => app.session.openSample(),
  leaveSample: (app) => app.session.leaveSample(),
  retryStore: (app) => app.session.retry(),
  showStoreFolder: (app) => {
    app.dialogs.showInFolder(app.session.path());
    return {};
  },
  quit: (app) => {
    app.dialogs.quit();
    return {};
  },
  preferences: (cx) => lookOf(cx.app.preferences),
  setPreferences: (app, look) => {
    app.preferences.change(look);
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return lookOf(app.preferences);
  },
  rules: async (cx) => {
    const versions = await versionsFromNowOn(cx.db, cx.today);
    const inForce = await currentRules(cx.db, cx.today);
    return { ...inForce, latest: newestOf(versions), planned: standingPlans(versions, cx.today) };
  },
  ruleHistory: async (cx) => {
    const records = await ruleRecords(cx.db);
    return ruleHistory(records, cx).map(({ of, state, changes }) => {
      const { version, effectiveFrom, madeAt, staffName } = of;
      return { version, effectiveFrom, madeAt, staffName, state, changes: [...changes] };
    });
  },
  changeRules: async (cx, { basedOn, rules, effectiveFrom }) => {
    const versions = await versionsFromNowOn(cx.tx, cx.today);
    const from = effectiveFrom ?? cx.today;
    const asked = { versions, basedOn, rules, from, today: cx.today };
    const drafts = decideRuleChange(asked);
    if (drafts instanceof Refusal) return drafts;
    const by = { staffId: cx.staff.id, now: cx.now };
    const last = newestOf(versions);
    let version = last;
    for (const draft of drafts) version = await appendRules(cx.tx, draft, by);
    noteRules(cx, { version, from, before: versions.find((known) => known.version === last)?.rules, rules });
    return { version };
  },
  renameStore: async (cx, { name }) => {
    const { name: before } = await storeRow(cx.tx);
    await renameStore(cx.tx, name);
    cx.audit({ before, after: name });
    cx.storeChanged();
    return {};
  },
};

/** What of the rules was changed, rule by rule, and from which day on. */
function noteRules(
  cx: CommandCx,
  changed: {
    readonly version: number;
    readonly from: BusinessDate;
    readonly before: ShopRules | undefined;
    readonly rules: ShopRules;
  },
): void {
  const { version, from, before, rules } = changed;
  const differences = before === undefined ? [] : ruleDifferences(before, rules);
  cx.audit({
    about: { kind: 'rules', id: String(version) },
    before: Object.fromEntries(differences.map((rule) => [rule.path, rule.before])),
    after: Object.fromEntries(differences.map((rule) => [rule.path, rule.after])),
  });
  cx.audit({ after: { effectiveFrom: from } });
}

/** Of what a PC prefers, what every window follows; printers and screens have rooms of their own. */
function lookOf(preferences: PreferencesFile) {
  const { locale, theme } = preferences.get();
  return { locale, theme };
}

import { Refusal } from '../../../db/domain/refusal';
import { newestOf, standingPlans } from '../../../db/domain/settings/change-rules';
import { ruleHistory } from '../../../db/domain/settings/rule-history';
import { refusedNewPin, UNKNOWN } from '../../../db/domain/staff/pin';
import { STARTING_STAFF_RULES } from '../../../db/domain/staff/staff-rules';
import { renameStore } from '../../../db/settings/commands';
import { currentRules, ruleRecords, storeRow, versionsFromNowOn } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';
import type { PreferencesFile } from '../preferences';
import { newRecoveryCode } from '../recovery';
import { changeRules } from '../rule-change';
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
  tour: (cx) => ({ due: cx.app.preferences.get().tour === 'due' }),
  endTour: (app) => {
    app.preferences.change({ tour: 'over' });
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return {};
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
    const version = await changeRules(cx, { basedOn, rules, from: effectiveFrom ?? cx.today });
    return version instanceof Refusal ? version : { version };
  },
  renameStore: async (cx, { name }) => {
    const { name: before } = await storeRow(cx.tx);
    await renameStore(cx.tx, name);
    cx.audit({ before, after: name });
    cx.storeChanged();
    return {};
  },
};

/** Of what a PC prefers, what every window follows; printers and screens have rooms of their own. */
function lookOf(preferences: PreferencesFile) {
  const { locale, theme } = preferences.get();
  return { locale, theme };
}

import { Refusal, refuse } from '../../../db/domain/refusal';
import { decideRules } from '../../../db/domain/settings/decide-rules';
import { appendRules, renameStore } from '../../../db/settings/commands';
import { currentRules } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';
import type { PreferencesFile } from '../preferences';

export const settingsHandlers: RoomHandlers<'settings'> = {
  store: (cx) => cx.app.session.view(),
  createStore: (app, { name, zone }) => app.session.create(name, zone),
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
  rules: (cx) => currentRules(cx.db),
  changeRules: async (cx, { basedOn, rules }) => {
    const { version } = await currentRules(cx.tx);
    if (version !== basedOn) return refuse('changed_meanwhile');
    const decided = decideRules(rules);
    if (decided instanceof Refusal) return decided;
    return { version: await appendRules(cx.tx, decided, { staffId: cx.staff.id, now: cx.now }) };
  },
  renameStore: async (cx, { name }) => {
    await renameStore(cx.tx, name);
    cx.storeChanged();
    return {};
  },
};

/** Of what a PC prefers, what every window follows; printers and screens have rooms of their own. */
function lookOf(preferences: PreferencesFile) {
  const { locale, theme } = preferences.get();
  return { locale, theme };
}

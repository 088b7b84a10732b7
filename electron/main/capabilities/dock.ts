import { nextZoom } from '../../../db/domain/dock/zoom';
import { refuse } from '../../../db/domain/refusal';
import type { RoomHandlers } from '../context';

export const dockHandlers: RoomHandlers<'dock'> = {
  standing: (cx) => ({ ...cx.app.dock.standing(), startsWithComputer: cx.app.startup.isOn() }),
  turn: (app, { form }) => {
    app.dock.turn(form);
    return {};
  },
  place: (app, { side, screenId }) => {
    app.dock.place(side, screenId);
    return {};
  },
  dismiss: (app) => {
    app.dock.dismiss();
    return {};
  },
  setHotkey: (app, { hotkey }) => app.dock.setHotkey(hotkey) ?? {},
  zoom: (cx) => ({ percent: cx.app.preferences.get().zoom }),
  setZoom: (app, { percent }) => {
    app.dock.zoom(percent);
    return {};
  },
  stepZoom: (app, { by }) => {
    app.dock.zoom(nextZoom(app.preferences.get().zoom, by));
    return {};
  },
  startWithComputer: (app, { on }) => {
    if (app.startup.isOn() === null) return refuse('not_on_this_system');
    app.startup.set(on);
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return {};
  },
};

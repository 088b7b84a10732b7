import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, type BrowserWindow, clipboard, powerMonitor } from 'electron';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../../db/domain/units';
import { PIN_COST } from '../../db/staff/pin-hash';
import { systemAlerts } from './alerts';
import { bindRpc, sendEvent } from './bind-rpc';
import { CALL_RATE } from './call-limit';
import { customerWindowLeft } from './capabilities/display';
import { composeMain } from './compose';
import { systemDialogs } from './dialogs';
import { freeBytes } from './disk-room';
import { systemCustomerWindow } from './display-window';
import { openCounter } from './dock/open-counter';
import { systemStartup } from './dock/startup';
import { systemFrame } from './dock/system-frame';
import { systemHotkeys } from './dock/system-hotkeys';
import { systemTray } from './dock/tray';
import { systemKeystore } from './keystore';
import { keepKeysForTheCounter, quitCleanly, showWhenStartedAgain } from './lifecycle';
import { pathsIn } from './paths';
import { systemPrinting } from './printing';
import { startReaderProcess } from './reader/start-reader';
import { declareScheme, guardContents, guardSession } from './security';
import { smokeIfAsked } from './smoke';
import { openLog } from './support/logging';

const userData = process.env.SHUKE_USER_DATA;
if (userData !== undefined && userData !== '') app.setPath('userData', userData);

if (app.requestSingleInstanceLock()) {
  declareScheme();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  void app.whenReady().then(boot);
} else {
  app.quit();
}

async function boot(): Promise<void> {
  let counter: BrowserWindow | undefined;
  const customerWindow = systemCustomerWindow({
    counter: () => counter,
    closed: () => customerWindowLeft(main.app),
    screensChanged: () => main.app.emit({ type: 'data-changed', scopes: ['preferences'] }),
  });
  const windows = { counter: () => counter, customer: customerWindow.window };
  const frame = systemFrame(customerWindow.isOpen);
  const tray = systemTray(() => main.app);
  const log = openLog(pathsIn(app.getPath('userData')).logs);
  const main = composeMain({
    userData: app.getPath('userData'),
    version: app.getVersion(),
    systemLocale: app.getLocale(),
    systemZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    sources: {
      clock: () => instant(Date.now()),
      steady: () => performance.now(),
      newId: uuidv7,
      pinCost: PIN_COST,
    },
    keystore: systemKeystore(pathsIn(app.getPath('userData')).pepper),
    callRate: CALL_RATE,
    dialogs: systemDialogs(windows.counter),
    printing: systemPrinting(windows.counter),
    clipboardText: async () => await clipboard.readText(),
    freeBytes,
    customerWindow,
    frame,
    hotkeys: systemHotkeys(),
    startup: systemStartup(),
    alerts: systemAlerts(
      () => main.app.dock.comeForward(),
      (event) => sendEvent(windows, event),
    ),
    emit: (event) => {
      sendEvent(windows, event);
      tray.follow(event);
    },
    report: log.report,
    reportCall: log.reportCall,
    startWorker: (entry, data) => new Worker(join(import.meta.dirname, `${entry}.js`), { workerData: data }),
    startReader: startReaderProcess,
  });

  process.on('uncaughtException', (error) => log.report('uncaught', error));
  process.on('unhandledRejection', (error) => log.report('unhandled', error));
  log.note(`Shuke ${app.getVersion()} started`);
  keepKeysForTheCounter();
  guardSession(join(import.meta.dirname, '../renderer'));
  bindRpc(main.route, windows);
  showWhenStartedAgain(() => main.app.dock.summon());
  quitCleanly(main.stop);
  powerMonitor.on('suspend', () => main.app.desk.lock('suspended'));
  powerMonitor.on('lock-screen', () => main.app.desk.lock('suspended'));

  await main.start({ sample: process.argv.includes('--sample') });
  counter = openCounter(main.app, frame);
  tray.show();
  counter.on('closed', customerWindow.leave);
  const { display } = main.app.preferences.get();
  if (display.open) customerWindow.open(display.screenId);
  smokeIfAsked(counter, main.app.session);
}

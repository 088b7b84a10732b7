import { app, Menu, nativeImage, Tray } from 'electron';
import ico from '../../../resources/icon.ico?asset';
import png from '../../../resources/icon.png?asset';
import type { ShukeEvent } from '../../contract/events';
import type { AppCx } from '../context';

const WORDS = {
  'zh-CN': { show: '打开熟客', quit: '退出熟客', name: '熟客' },
  en: { show: 'Open Shuke', quit: 'Quit Shuke', name: 'Shuke' },
};

/** What each system's bar has room for, in points. */
const SIZE = process.platform === 'darwin' ? 18 : 22;

/**
 * The icon beside the system's clock: it brings the window back where the key cannot. A desktop that has no place
 * for it shows none, and nothing depends on it.
 */
export function systemTray(main: () => Pick<AppCx, 'dock' | 'preferences'>): {
  readonly show: () => void;
  /** Language and key are said there as well. */
  readonly follow: (event: ShukeEvent) => void;
} {
  let tray: Tray | undefined;

  function speak(): void {
    const { locale, dock } = main().preferences.get();
    const words = WORDS[locale];
    tray?.setToolTip(`${words.name} · ${dock.hotkey}`);
    tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.show, click: call },
        { type: 'separator' },
        { label: words.quit, click: () => app.quit() },
      ]),
    );
  }
  const call = () => main().dock.summon();

  return {
    show: () => {
      // Windows picks the size out of the .ico itself.
      const isWindows = process.platform === 'win32';
      const image = nativeImage.createFromPath(isWindows ? ico : png);
      tray = new Tray(isWindows ? image : image.resize({ width: SIZE, height: SIZE }));
      if (process.platform !== 'darwin') tray.on('click', call); // there a click opens the menu
      speak();
    },
    follow: (event) => {
      if (event.type === 'data-changed' && event.scopes.includes('preferences')) speak();
    },
  };
}

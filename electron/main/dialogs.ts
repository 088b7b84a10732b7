import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Dialogs } from './context';

export function systemDialogs(window: () => BrowserWindow | undefined): Dialogs {
  const ask = async (options: Electron.OpenDialogOptions) => {
    const parent = window();
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    openFile: (filters) => ask({ properties: ['openFile'], filters: [...filters] }),
    chooseFolder: () => ask({ properties: ['openDirectory', 'createDirectory'] }),
    saveFile: async (suggestion, filters) => {
      const options = { defaultPath: suggestion, filters: [...filters] };
      const parent = window();
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? null : filePath;
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    quit: () => app.quit(),
  };
}

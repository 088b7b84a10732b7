import type { Dialogs } from './context';

/** A file that is written in practice says so by its name, wherever it is taken later. */
export function markedFiles(dialogs: Dialogs, mark: () => string | null): Dialogs {
  return {
    ...dialogs,
    saveFile: (suggestion, filters) => {
      const word = mark();
      return dialogs.saveFile(word === null ? suggestion : `${word} ${suggestion}`, filters);
    },
  };
}

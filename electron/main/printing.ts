import type { BrowserWindow } from 'electron';
import type { Printing, SlipPage } from './context';

const MM_PER_INCH = 25.4;

/** The system's printers, and the counter's own page on them: its print styles leave only the slip. */
export function systemPrinting(counter: () => BrowserWindow | undefined): Printing {
  const contents = () => {
    const window = counter();
    if (window === undefined) throw new Error('no window to print from');
    return window.webContents;
  };
  return {
    printers: async () => {
      const printers = await contents().getPrintersAsync();
      return printers.map(({ name, displayName }) => ({ name, label: displayName || name }));
    },
    print: ({ printer, ...page }) =>
      new Promise((resolve) => {
        const options: Electron.WebContentsPrintOptions = {
          silent: true,
          deviceName: printer,
          printBackground: true,
          color: false,
          margins: { marginType: 'none' },
          pageSize: inMicrons(page),
        };
        contents().print(options, (done, reason) => resolve(done ? null : reason));
      }),
    pdf: (page) =>
      contents().printToPDF({
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        pageSize: inInches(page),
      }),
  };
}

const inMicrons = ({ paper, lengthMm }: SlipPage) => ({ width: paper * 1000, height: lengthMm * 1000 });
const inInches = ({ paper, lengthMm }: SlipPage) => ({
  width: paper / MM_PER_INCH,
  height: lengthMm / MM_PER_INCH,
});

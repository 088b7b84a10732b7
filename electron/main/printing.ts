import type { BrowserWindow } from 'electron';
import type { Printing, SlipPage } from './context';

const MM_PER_INCH = 25.4;
const PIXELS_PER_INCH = 96;
const A4 = { widthMm: 210, lengthMm: 297, marginMm: 12 } as const;

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
        const margin = Math.round((marginOf(page) / MM_PER_INCH) * PIXELS_PER_INCH);
        const options: Electron.WebContentsPrintOptions = {
          silent: true,
          deviceName: printer,
          // Nothing on a sheet needs it, and the window's own would fill the margins of A4 with grey.
          printBackground: false,
          color: false,
          // A roll's own page has its white in it; of several sheets each has a margin.
          margins:
            margin === 0
              ? { marginType: 'none' }
              : { marginType: 'custom', top: margin, bottom: margin, left: margin, right: margin },
          pageSize: inMicrons(page),
        };
        contents().print(options, (done, reason) => resolve(done ? null : reason));
      }),
    pdf: (page) => {
      const margin = marginOf(page) / MM_PER_INCH;
      return contents().printToPDF({
        printBackground: false,
        margins: { top: margin, bottom: margin, left: margin, right: margin },
        pageSize: inInches(page),
      });
    },
  };
}

const sizeOf = ({ paper, lengthMm }: SlipPage) =>
  paper === 'a4' ? { width: A4.widthMm, height: A4.lengthMm } : { width: paper, height: lengthMm };
const marginOf = ({ paper }: SlipPage): number => (paper === 'a4' ? A4.marginMm : 0);

function inMicrons(page: SlipPage) {
  const { width, height } = sizeOf(page);
  return { width: width * 1000, height: height * 1000 };
}

function inInches(page: SlipPage) {
  const { width, height } = sizeOf(page);
  return { width: width / MM_PER_INCH, height: height / MM_PER_INCH };
}

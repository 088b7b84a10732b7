import { refuse } from '../../../db/domain/refusal';
import { slipOf } from '../../../db/domain/slips/slip';
import { usablePoints } from '../../../db/points/queries';
import { storeRow } from '../../../db/settings/queries';
import { saleForSlip } from '../../../db/slips/queries';
import type { AppCx, RoomHandlers } from '../context';
import { asFileName } from '../file-name';
import { writeWanted } from '../write-file';

export const slipsHandlers: RoomHandlers<'slips'> = {
  ofSale: async (cx, { purchaseId }) => {
    const sale = await saleForSlip(cx.db, purchaseId);
    if (sale === null) return null;
    const { name } = await storeRow(cx.db);
    const standing = await usablePoints(cx.db, sale.memberId, cx.today);
    return slipOf(sale, { store: name, today: cx.today, standing });
  },
  printers: (cx) => cx.app.printing.printers(),
  choice: (cx) => cx.app.preferences.get().slip,
  choose: (app, slip) => {
    app.preferences.change({ slip });
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return slip;
  },
  sheetChoice: (cx) => cx.app.preferences.get().sheet,
  chooseSheet: (app, sheet) => {
    app.preferences.change({ sheet });
    app.emit({ type: 'data-changed', scopes: ['preferences'] });
    return sheet;
  },
  print: async (app, page) => {
    const printers = await app.printing.printers();
    if (printers.length === 0) return refuse('no_printer');
    const { printer } = page;
    if (!printers.some(({ name }) => name === printer)) return refuse('printer_gone', { printer });
    const reason = await app.printing.print(page);
    return reason === null ? {} : refuse('print_failed', { reason });
  },
  savePdf: async (app, { name, ...page }) => {
    const path = await app.dialogs.saveFile(`${asFileName(name) || 'slip'}.pdf`, pdfOnly(app));
    if (path === null) return null;
    const pdf = await app.printing.pdf(page);
    return (await writeWanted(path, pdf)) ?? { path, bytes: pdf.byteLength };
  },
};

const pdfOnly = (app: AppCx) => [
  { name: app.preferences.get().locale === 'en' ? 'PDF document' : 'PDF 文档', extensions: ['pdf'] },
];

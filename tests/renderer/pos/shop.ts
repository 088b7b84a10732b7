import { idOf, NO_TILL } from '../support/shop';

export const READING = {
  encoding: 'auto',
  separator: 'auto',
  header: true,
  dateFormat: 'ymd',
  rowsAre: 'receipts',
  columns: ['receipt_no', 'date', 'amount', null],
  headers: ['单号', '时间', '实收', '手机号'],
} as const;

const counts = (more: object) => ({ ...NO_TILL.today, ...more });

export const SOURCE = {
  name: '收银软件',
  folder: 'D:\\till\\out',
  pattern: '*.csv',
  reading: READING,
  from: '2026-11-01',
  stillSeconds: 3,
  marker: 'none',
  grows: false,
  paused: false,
  since: 1_793_500_000_000,
};

/** A file with one receipt whose amount is another one than was booked. */
export const FILE = {
  id: idOf(71),
  name: 'sales-1122.csv',
  bytes: 2048,
  readAt: 1_793_500_000_000,
  failure: null,
  counts: counts({ posted: 12, refused: 1 }),
  place: 'refused',
};

export const WATCHING = {
  ...NO_TILL,
  source: SOURCE,
  health: 'watching',
  lastFile: { ...FILE, counts: counts({ posted: 12 }), place: 'done' },
  today: counts({ posted: 12, waiting: 3 }),
  unclaimed: 2,
};

export const RECEIPTS = [
  { id: idOf(81), receiptNo: 'A-1023', paid: 4500, why: 'no_member' },
  { id: idOf(82), receiptNo: 'A-1022', paid: 12800, why: 'member_unknown' },
].map((receipt) => ({
  ...receipt,
  boughtAt: 1_793_500_000_000,
  businessDate: '2026-11-22',
  maybe: null,
}));

/** Those whose number begins with what was typed, as main answers. */
export const unclaimed = ({ receiptNo }: { receiptNo: string }) => {
  const rows = RECEIPTS.filter((receipt) => receipt.receiptNo.startsWith(receiptNo));
  return { total: rows.length, rows };
};

export const PREVIEW = {
  folderId: idOf(91),
  folder: SOURCE.folder,
  files: [{ name: FILE.name, bytes: FILE.bytes, modifiedAt: FILE.readAt }],
  shown: {
    name: FILE.name,
    reading: READING,
    encoding: 'gb18030',
    separator: ',',
    rows: [['A-1023', '2026-11-22 10:00', '45.00', '13812348812']],
    missing: [],
    receipts: [
      {
        ...{ line: 2, receiptNo: 'A-1023', boughtAt: FILE.readAt, paid: 4500, memberName: null },
        ...{ outcome: 'waiting', why: 'no_member' },
      },
    ],
  },
};

import { yuanText } from '../../../db/domain/exchange/table';
import type { Locale } from '../../../db/domain/locale';
import type { PosFileFailure, PosReason } from '../../../db/domain/pos/outcome';
import type { Fen } from '../../../db/domain/units';

interface Amounts {
  /** What was booked, or is left to refund. */
  readonly booked: Fen | null;
  /** What the file says. */
  readonly told: Fen | null;
}
type Sentence = Readonly<Record<Locale, (amounts: Amounts) => string>>;

/** Of a refund as well: what went back. */
const yuan = (amount: Fen | null): string => (amount === null ? '' : `¥${yuanText(Math.abs(amount))}`);

const plain = (zh: string, en: string): Sentence => ({ 'zh-CN': () => zh, en: () => en });

export const REASON_TITLES: Readonly<Record<Locale, string[]>> = {
  'zh-CN': ['行号', '小票号', '原因和处理办法'],
  en: ['Line', 'Receipt', 'Reason, and what to do'],
};

/** Why a receipt was refused and what to do, in the words of the file that lies beside the till's. */
export const REASON_WORDS: Readonly<Record<PosReason, Sentence>> = {
  receipt_no_missing: plain(
    '没有小票号，无法保证只记一次。请在柜台手工补记',
    'There is no receipt number, so it cannot be told apart from another. Record it at the counter',
  ),
  receipt_no_malformed: plain(
    '小票号太长，或被表格软件改坏了。请在收银软件里重新导出',
    'The receipt number is too long, or a spreadsheet has damaged it. Export the file again from the till',
  ),
  date_malformed: plain(
    '日期或时间不存在，或与设置的日期格式不符。请检查“收银小票”的设置',
    'The date or time does not exist or does not fit the date format. Check the settings for the till',
  ),
  date_serial: plain(
    '日期被表格软件变成了一串数字。请在收银软件里重新导出，不要用表格软件另存',
    'A spreadsheet has turned the date into a number. Export the file again from the till and do not save it in between',
  ),
  date_in_future: plain(
    '时间在未来。请校对收银机和这台电脑的时钟，再重新读取这个文件',
    'It lies in the future. Compare the clocks of the till and this PC, then read the file again',
  ),
  amount_malformed: plain(
    '金额读不出来。请检查“收银小票”设置里的金额列',
    'This is not an amount. Check which column is the amount in the settings for the till',
  ),
  quantity_malformed: plain('数量读不出来。请检查数量列', 'This is not a quantity. Check its column'),
  text_too_long: plain(
    '内容太长。请在收银软件里查看这张小票',
    'A text is too long. Look at this receipt in the till',
  ),
  text_damaged: plain(
    '文字是乱码。请检查设置里的文字编码，再重新读取这个文件',
    'The text is damaged. Check the encoding in the settings for the till, then read the file again',
  ),
  too_few_columns: plain(
    '这一行的列不够，可能没有写完。请重新导出后再放进文件夹',
    'The row has too few columns and may be cut short. Export the file again',
  ),
  items_disagree: plain(
    '同一张小票的各行写着不同的会员。请在柜台手工补记',
    'The rows of this receipt name different members. Record it at the counter',
  ),
  amount_differs: {
    'zh-CN': ({ booked, told }) =>
      `金额不一致：已记 ${yuan(booked)}，文件里是 ${yuan(told)}。没有再记。请核对小票，需要时在会员卡里退款或更正`,
    en: ({ booked, told }) =>
      `The amounts differ: ${yuan(booked)} is recorded, the file says ${yuan(told)}. Nothing was recorded again. Compare the paper receipt and refund or correct it on the member's card`,
  },
  refund_of_unknown: plain(
    '找不到被退的小票（90 天内没有这个小票号）。如是会员的消费，请在会员卡里手工退款',
    'The receipt it gives back is not known (none of that number in 90 days). If it was a member’s, refund it on their card',
  ),
  refund_above_rest: {
    'zh-CN': ({ booked, told }) =>
      `退款 ${yuan(told)} 超过这张小票剩余的 ${booked === null ? '金额' : yuan(booked)}。请核对后手工处理`,
    en: ({ booked, told }) =>
      `The refund of ${yuan(told)} is more than is left of the receipt${booked === null ? '' : ` (${yuan(booked)})`}. Compare the paper and refund by hand`,
  },
  refund_ambiguous: plain(
    '近 90 天有几张小票用同一个号，无法判断退的是哪一张。请在会员卡里手工退款',
    'Several receipts of the last 90 days bear this number. Refund the right one on the member’s card',
  ),
};

/** Why a file as a whole was refused and what to do. */
export const FAILURE_WORDS: Readonly<Record<PosFileFailure, Readonly<Record<Locale, string>>>> = {
  file_unreadable: {
    'zh-CN': '文件读不出来，不是表格文本。请在收银软件里重新导出 CSV',
    en: 'The file cannot be read as a table. Export it again as CSV',
  },
  file_empty: {
    'zh-CN': '文件是空的。请在收银软件里重新导出',
    en: 'The file is empty. Export it again',
  },
  file_too_large: {
    'zh-CN': '文件太大（超过 10 万行），这不是一天的销售。历史消费请用“导入”',
    en: 'The file is too large for a day (over 100,000 rows). Past purchases are brought in by Import',
  },
  file_is_workbook: {
    'zh-CN': '这是 Excel 工作簿，请在收银软件里导出 CSV',
    en: 'This is a workbook. Export it as CSV',
  },
  columns_changed: {
    'zh-CN': '列名变了，找不到小票号、日期或金额。请在“收银小票”里重新选择列，再重新读取',
    en: 'The columns have changed: receipt number, date or amount are not found. Choose the columns again, then read the file again',
  },
  disk_full: {
    'zh-CN': '磁盘满了。请腾出空间，再重新读取',
    en: 'The drive is full. Free some space, then read the file again',
  },
};

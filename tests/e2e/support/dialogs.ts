import iconv from 'iconv-lite';
import type { Shuke } from './launch';

/** Stands in for the system's file chooser, which belongs to the system: the person has chosen this. */
export async function chooses({ app }: Shuke, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** The same for the dialog that asks where a file goes. */
export async function savesTo({ app }: Shuke, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

let lists = 0;

/** A list of customers as a shop has it: from a spreadsheet, in the Windows encoding, one phone damaged. Nobody twice. */
export function listOfCustomers(shuke: Shuke): string {
  lists += 1;
  const phone = (row: number) => `137${String(lists).padStart(4, '0')}${String(row).padStart(4, '0')}`;
  const rows = [
    '姓名,手机号码,性别,出生日期,积分余额,备注',
    `赵一曼,${phone(1)},女,1988/3/5,320,爱喝拿铁`,
    `孙思远,${phone(2)},男,1990/11/20,150,`,
    '李佳,1.37E+10,女,,80,号码被表格改坏了',
    `周末,${phone(4)},,1995/12/1,45,每周六来`,
  ];
  return shuke.give('老顾客.csv', iconv.encode(rows.join('\r\n'), 'gbk'));
}

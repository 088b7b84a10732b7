import type { Fork, PacketState } from '../../db/domain/hq/standing';
import type { PacketRejection } from '../../db/packets/rejection';

export type Lang = 'zh' | 'en';

/** What the reader says to a person. Machines ask for `--json`. */
export interface Words {
  readonly usage: string;
  readonly wrongUsage: string;
  readonly noOffice: (folder: string) => string;
  readonly officeThere: (folder: string) => string;
  readonly busy: string;
  readonly noServer: (servers: string, why: string) => string;
  readonly made: (folder: string, card: string) => string;
  readonly fingerprint: (print: string) => string;
  readonly keysWarning: (file: string) => string;
  readonly registered: (name: string, print: string) => string;
  readonly otherKey: (name: string, old: string, now: string) => string;
  readonly notASheet: (file: string) => string;
  readonly nothingToRead: (folder: string) => string;
  readonly ingested: (sum: { taken: number; doubled: number; refused: number; seconds: number }) => string;
  readonly refused: (file: string, why: PacketRejection) => string;
  readonly noStores: string;
  readonly storeHead: readonly [string, string, string, string, string];
  readonly nothingYet: string;
  readonly upTo: (sequence: number) => string;
  readonly late: (days: number) => string;
  readonly fine: string;
  readonly missing: (epoch: string, from: number, to: number) => string;
  readonly fork: (kind: Fork['kind'], epoch: string, keep: readonly string[]) => string;
  readonly lost: (epoch: string, packets: number) => string;
  readonly waiting: (state: PacketState, packets: number) => string;
  readonly acked: (files: number, folder: string) => string;
  readonly askAgain: (name: string, files: readonly string[]) => string;
  readonly rulesMade: (file: string) => string;
  readonly badRules: (why: string) => string;
  readonly needs: (option: string) => string;
  readonly noStore: (asked: string) => string;
  readonly noFork: string;
  readonly notOfFork: string;
  readonly settled: string;
  readonly tidied: (rows: number) => string;
  readonly queryFailed: (why: string) => string;
}

const zhWhy: Readonly<Record<PacketRejection, string>> = {
  not_a_packet: '不是上报包',
  damaged: '在路上损坏了；请门店从发件箱重发',
  not_for_us: '不是发给本总部的',
  too_large: '超过了上报包的大小上限',
  version_newer: '由更新版本的熟客制作；请先更新总部读取程序',
  unregistered: '这家门店还没有登记；请先 register 它的登记表',
  signature: '签名不是登记的那把钥匙',
  hash: '内容与签名时不一致',
  schema: '数据不符合声明的格式',
  sums: '行数或合计与清单不符',
};

const enWhy: Readonly<Record<PacketRejection, string>> = {
  not_a_packet: 'is no packet',
  damaged: 'was damaged on its way; ask the store to send it again from its outbox',
  not_for_us: 'is not meant for this head office',
  too_large: 'is larger than a packet can be',
  version_newer: 'was made by a newer Shuke: update the reader first',
  unregistered: 'is of a store that is not registered: register its sheet first',
  signature: 'is not signed with the key that is registered',
  hash: 'holds other content than was signed',
  schema: 'has data that is not as declared',
  sums: 'has rows or sums that differ from its manifest',
};

const zhState: Readonly<Record<PacketState, string>> = {
  counted: '已计入',
  replaced: '已被取代',
  held: '等待缺失的包',
  quarantined: '已隔离',
  dropped: '已判定不计',
};

const words: Readonly<Record<Lang, Words>> = {
  zh: {
    usage: `用法：npm run hq -- <命令> [--office 文件夹] [--lang zh|en] [--json]

  init <文件夹> --name 总部名称      建立总部：钥匙、名片（文件与二维码）
       [--clickhouse 地址,地址 --cluster 名称 --database 名称]  数据放在 ClickHouse
  register <登记表…> [--due daily|weekly|monthly]  登记门店，以及多久上报一次
  ingest <文件夹或文件…>             读入上报包：顺序、重复都没关系，可随时中断
  status                             各门店：最近的包、迟报、缺包、分叉
  report [--from 2026-01] [--to 2026-12] [--out 文件夹]  报表
  ack [--out 文件夹]                 写出签名回执和补发清单
  rules --from 规则.json --day 2026-12-01 --title 标题 --why 原因 [--out 文件夹]  签名的规则包
  settle --store 门店 --keep 包的哈希  分叉时由人决定哪一边算数
  query "select …"                   只读查询（表：member_now、purchase_now…）
  tidy                               清掉不再计入的数据

退出码：0 正常；1 失败；2 用法不对；3 完成，但有需要处理的事`,
    wrongUsage: '命令或选项不对。npm run hq -- --help 列出全部用法。',
    noOffice: (folder) => `${folder} 不是总部文件夹。先运行 init，或用 --office 指明文件夹。`,
    officeThere: (folder) => `${folder} 已经是总部文件夹，没有改动。`,
    busy: '另一个总部程序正在使用这个文件夹。等它结束后再试。',
    noServer: (servers, why) =>
      `ClickHouse 现在用不了（${servers}）：${why}\n什么都没有改动。等服务器恢复后再运行一次。`,
    made: (folder, card) => `总部已建立：${folder}\n把名片交给各门店：${card}（同名 .svg 是二维码）`,
    fingerprint: (print) => `总部指纹：${print}`,
    keysWarning: (file) => `请另存一份 ${file}：没有它就读不了任何上报包。不要交给别人。`,
    registered: (name, print) => `已登记 ${name}（指纹 ${print}，请与门店核对）`,
    otherKey: (name, old, now) =>
      `${name} 登记的是另一把钥匙（${old}，现在是 ${now}）。与门店核对后加 --keep ${now} 再登记一次。`,
    notASheet: (file) => `${file} 不是门店登记表`,
    nothingToRead: (folder) => `${folder} 里没有 .shuke 文件`,
    ingested: ({ taken, doubled, refused, seconds }) =>
      `读入 ${taken} 个包，重复 ${doubled} 个，搁置 ${refused} 个，用时 ${seconds.toFixed(1)} 秒`,
    refused: (file, why) => `搁置 ${file}：${zhWhy[why]}`,
    noStores: '还没有登记门店',
    storeHead: ['门店', '区域', '最近', '业务日', '情况'],
    nothingYet: '尚无数据',
    upTo: (sequence) => `第 ${sequence} 包`,
    late: (days) => `迟报 ${days} 天`,
    fine: '正常',
    missing: (epoch, from, to) => `缺 ${epoch} 第 ${from === to ? from : `${from}–${to}`} 包`,
    fork: (kind, epoch, keep) =>
      `${kind === 'sequence' ? '同一编号有两个包' : '两台电脑都以这家门店上报'}（${epoch}），需要决定：settle --keep ${keep.join(' 或 ')}`,
    lost: (epoch, packets) => `门店从备份恢复：${epoch} 的 ${packets} 个包不再计入`,
    waiting: (state, packets) => `${packets} 个包${zhState[state]}`,
    acked: (files, folder) => `写出 ${files} 份回执：${folder}`,
    askAgain: (name, files) => `${name} 请从发件箱重发：\n${files.join('\n')}`,
    rulesMade: (file) => `规则包：${file}`,
    badRules: (why) => `规则文件不对：${why}`,
    needs: (option) => `缺少 ${option}`,
    noStore: (asked) => `没有唯一对应的已登记门店：${asked}`,
    noFork: '这家门店没有分叉',
    notOfFork: '这个包不属于任何分叉；status 会列出可选的哈希',
    settled: '已决定，数据已按此计入',
    tidied: (rows) => `清掉 ${rows} 行不再计入的数据`,
    queryFailed: (why) => `查询失败：${why}`,
  },
  en: {
    usage: `Usage: npm run hq -- <command> [--office FOLDER] [--lang zh|en] [--json]

  init <folder> --name "Head office"   make a head office: keys, and its card as file and QR code
       [--clickhouse URL,URL --cluster NAME --database NAME]  keep the facts in ClickHouse
  register <sheet…> [--due daily|weekly|monthly]  let stores in, and say how often they send
  ingest <folder or files…>            read packets: any order, any number of times, safe to break off
  status                               every store: last packet, late, gaps, forks
  report [--from 2026-01] [--to 2026-12] [--out FOLDER]  the figures
  ack [--out FOLDER]                   write signed acknowledgements, and what is asked for again
  rules --from rules.json --day 2026-12-01 --title T --why W [--out FOLDER]  a signed rule packet
  settle --store STORE --keep HASH     say which side of a fork is the true one
  query "select …"                     ask and change nothing (tables: member_now, purchase_now, …)
  tidy                                 remove rows that count no longer

Exit codes: 0 fine; 1 failed; 2 wrong usage; 3 done, and something needs a person`,
    wrongUsage: 'There is no such command or option. npm run hq -- --help lists all of them.',
    noOffice: (folder) => `${folder} is no head office's folder. Run init first, or name it with --office.`,
    officeThere: (folder) => `${folder} is a head office's folder already; nothing was changed.`,
    busy: 'Another head-office program is using this folder. Try again when it has ended.',
    noServer: (servers, why) =>
      `ClickHouse cannot be used now (${servers}): ${why}\nNothing was changed. Run this again once the server is back.`,
    made: (folder, card) =>
      `Head office made: ${folder}\nHand its card to every store: ${card} (the .svg beside it is the QR code)`,
    fingerprint: (print) => `Head office's fingerprint: ${print}`,
    keysWarning: (file) => `Keep a copy of ${file}: no packet can be read without it. Give it to nobody.`,
    registered: (name, print) => `Registered ${name} (fingerprint ${print}, compare it with the store)`,
    otherKey: (name, old, now) =>
      `${name} is registered with another key (${old}, now ${now}). Ask the store, then register again with --keep ${now}.`,
    notASheet: (file) => `${file} is no registration sheet of a store`,
    nothingToRead: (folder) => `There is no .shuke file in ${folder}`,
    ingested: ({ taken, doubled, refused, seconds }) =>
      `Packets taken: ${taken}, there already: ${doubled}, set aside: ${refused}, in ${seconds.toFixed(1)} s`,
    refused: (file, why) => `Set aside: ${file} ${enWhy[why]}`,
    noStores: 'No store is registered yet',
    storeHead: ['Store', 'Region', 'Latest', 'Business day', 'State'],
    nothingYet: 'nothing yet',
    upTo: (sequence) => `packet ${sequence}`,
    late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
    fine: 'fine',
    missing: (epoch, from, to) => `missing: ${epoch} ${from === to ? from : `${from}–${to}`}`,
    fork: (kind, epoch, keep) =>
      `${kind === 'sequence' ? 'two packets under one number' : 'two computers send as this store'} (${epoch}), decide: settle --keep ${keep.join(' or ')}`,
    lost: (epoch, packets) => `restored from a backup: packets of ${epoch} that count no longer: ${packets}`,
    waiting: (state, packets) => `packets ${state}: ${packets}`,
    acked: (files, folder) => `Acknowledgements written: ${files}, in ${folder}`,
    askAgain: (name, files) => `${name}, please send again from the outbox:\n${files.join('\n')}`,
    rulesMade: (file) => `Rule packet: ${file}`,
    badRules: (why) => `The file of rules is not right: ${why}`,
    needs: (option) => `${option} is missing`,
    noStore: (asked) => `There is not exactly one registered store for: ${asked}`,
    noFork: 'This store has no fork',
    notOfFork: 'This packet is of no fork; status lists the hashes to choose from',
    settled: 'Settled; what counts follows it now',
    tidied: (rows) => `Rows removed that count no longer: ${rows}`,
    queryFailed: (why) => `The question failed: ${why}`,
  },
};

/** `--lang` says it, or the system's own language does. */
export function langOf(asked: string | undefined, system: string | undefined): Lang {
  return (asked ?? system ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const wordsOf = (lang: Lang): Words => words[lang];

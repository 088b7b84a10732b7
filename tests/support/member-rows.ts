import { memberNoOf } from '@domain/members/member-no';
import type SQLite from 'better-sqlite3';

const DAY_MS = 86_400_000;

export interface MemberSpec {
  readonly name?: string;
  readonly phone?: string | null;
  readonly phoneShared?: boolean;
  readonly cardNo?: string | null;
  readonly externalId?: string | null;
  readonly joinedOn?: string;
}

export interface BillSpec {
  readonly memberId: string;
  /** Business date; bought at noon UTC of that day unless `at` says another. */
  readonly on: string;
  readonly at?: number;
  readonly fen?: number;
}

/** A v7-shaped id out of a kind and a count: readable in a failure, the same at every run. */
export const idOf = (kind: number, count: number): string =>
  `0190a5d0-0000-7000-8${kind.toString(16).padStart(3, '0')}-${String(count).padStart(12, '0')}`;

/** Members as bare rows, numbered on from those that are there; their lookup rows are not made. */
export function insertMembers(raw: SQLite.Database, specs: Iterable<MemberSpec>): string[] {
  const staffId = raw.prepare<[], string>('select id from staff').pluck().get();
  let n = raw.prepare<[], number | null>('select max(n) from member').pluck().get() ?? 0;
  const insert = raw.prepare(
    `insert into member (n, id, member_no, name, phone, phone_shared, card_no, external_id, source, joined_on, created_at, updated_at, staff_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'walk_in', ?, 0, 0, ?)`,
  );
  const ids: string[] = [];
  raw.transaction(() => {
    for (const spec of specs) {
      n += 1;
      const id = idOf(1, n);
      insert.run(
        n,
        id,
        memberNoOf(n),
        spec.name ?? '',
        spec.phone ?? null,
        spec.phoneShared === true ? 1 : 0,
        spec.cardNo ?? null,
        spec.externalId ?? null,
        spec.joinedOn ?? '2026-01-01',
        staffId,
      );
      ids.push(id);
    }
  })();
  return ids;
}

/** Bills as bare rows, without points. */
export function insertBills(raw: SQLite.Database, bills: Iterable<BillSpec>): string[] {
  const staffId = raw.prepare<[], string>('select id from staff').pluck().get();
  let seq = raw.prepare<[], number | null>('select max(seq) from purchase').pluck().get() ?? 0;
  const insert = raw.prepare(
    `insert into purchase (seq, id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at, business_date, staff_id, recorded_at)
     values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 0)`,
  );
  const ids: string[] = [];
  raw.transaction(() => {
    for (const bill of bills) {
      seq += 1;
      const id = idOf(2, seq);
      const fen = bill.fen ?? 5000;
      const at = bill.at ?? Date.parse(`${bill.on}T12:00:00Z`);
      insert.run(seq, id, bill.memberId, fen, fen, fen, at, bill.on, staffId);
      ids.push(id);
    }
  })();
  return ids;
}

/** A sequence in [0, 1) that is the same at every run (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(from: ArrayLike<T>, chance: number): T => {
  const picked = from[Math.floor(chance * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

/** Surnames by how common they are in China; characters of given names; mobile prefixes that are sold. */
const SURNAMES = Array.from(
  '王王王王王李李李李李张张张张刘刘刘陈陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解',
);
const GIVEN = Array.from(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅浩宇轩子涵雨泽欣怡梓晨思远嘉佳俊一诺可心天佑国庆建华志红春燕文博乐行长玲丹萍莉云飞龙凤晓小大海波斌峰辉鹏健康宁安然若曦诗琪梦瑶',
);
const PREFIXES =
  '130 131 132 133 134 135 135 136 136 137 137 138 138 138 139 139 139 145 147 150 151 152 153 155 156 157 158 158 159 159 166 170 173 175 176 177 178 180 181 182 183 185 186 186 187 188 188 189 191 193 195 198 199'.split(
    ' ',
  );
const DAYS_BACK = 730;

/** A name of three characters, every fifth of two. */
export function someName(chance: () => number): string {
  const two = chance() < 0.2;
  return pick(SURNAMES, chance()) + pick(GIVEN, chance()) + (two ? '' : pick(GIVEN, chance()));
}

/** The first three digits of a mobile. */
export const somePrefix = (chance: () => number): string => pick(PREFIXES, chance());

/** A plausible crowd: names of two or three characters, distinct mobiles, every fifth with a card. */
export function* crowd(size: number, seed = 1): Generator<MemberSpec> {
  const chance = chances(seed);
  const taken = new Set<string>();
  for (let i = 0; i < size; i++) {
    const name = someName(chance);
    let phone: string;
    do {
      phone = somePrefix(chance) + String(Math.floor(chance() * 1e8)).padStart(8, '0');
    } while (taken.has(phone));
    taken.add(phone);
    yield { name, phone, cardNo: i % 5 === 0 ? `6688${String(i).padStart(8, '0')}` : null };
  }
}

/** Bills over two years; a few members buy very often, a third never (the way shops' files look). */
export function* visits(ids: readonly string[], size: number, until: string, seed = 2): Generator<BillSpec> {
  const chance = chances(seed);
  const last = Date.parse(`${until}T00:00:00Z`);
  const buyers = Math.ceil(ids.length * 0.67);
  for (let i = 0; i < size; i++) {
    const member = Math.floor(buyers * chance() ** 3);
    // Spread over the numbers, so that regulars do not stand side by side in the file.
    const memberId = pick(ids, ((member * 7919) % ids.length) / ids.length);
    const on = new Date(last - Math.floor(chance() * DAYS_BACK) * DAY_MS).toISOString().slice(0, 10);
    yield { memberId, on };
  }
}

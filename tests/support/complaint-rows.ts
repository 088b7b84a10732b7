import { businessDateOf } from '@domain/calendar/business-day';
import type { ComplaintChannel, ComplaintState, Severity } from '@domain/complaints/complaint';
import type { ComplaintObject, ReasonGroup } from '@domain/complaints/reasons';
import { instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { chances, idOf, pick } from './member-rows';

const HOUR = 3_600_000;
const CALENDAR = { zone: 'Asia/Shanghai', dayStartHour: 0 };

export interface ComplaintSpec {
  readonly receivedAt: number;
  readonly memberId?: string | null;
  readonly object?: ComplaintObject;
  readonly reasonGroup?: ReasonGroup;
  readonly reason?: string;
  readonly severity?: Severity;
  readonly channel?: ComplaintChannel;
  readonly product?: string;
  readonly aboutStaffId?: string | null;
  readonly staffId?: string;
  readonly what?: string;
  readonly wish?: string;
  readonly notes?: readonly string[];
  /** Hours after it came in. */
  readonly answeredAfter?: number;
  readonly solvedAfter?: number;
  readonly closedAfter?: number;
  readonly pausedAfter?: number;
  readonly reopened?: number;
  readonly storeHours?: boolean;
  readonly satisfaction?: number;
}

/** Complaints as bare rows in the states that their times give, with clocks of 24 and 168 h; the index is not written. */
export function insertComplaints(raw: SQLite.Database, specs: Iterable<ComplaintSpec>): string[] {
  const staff = raw.prepare<[], string>('select id from staff').pluck().get();
  let number = raw.prepare<[], number | null>('select max(number) from complaint').pluck().get() ?? 0;
  const insert = raw.prepare(
    `insert into complaint (id, number, member_id, object, reason_group, reason, product, about_staff_id, severity, channel, what,
       wish, state, received_at, business_date, store_hours, rule_version, response_due_at, resolution_due_at, paused_at,
       first_responded_at, responded_at, resolved_at, closed_at, response_breached, resolution_breached, reopened, satisfaction,
       result, cause, measure, staff_id)
     values (@id, @number, @memberId, @object, @reasonGroup, @reason, @product, @aboutStaffId, @severity, @channel, @what,
       @wish, @state, @receivedAt, @businessDate, @storeHours, 1, @responseDue, @resolutionDue, @pausedAt,
       @answeredAt, @answeredAt, @solvedAt, @closedAt, @responseLate, @resolutionLate, @reopened, @satisfaction,
       @result, @cause, @measure, @staffId)`,
  );
  const event = raw.prepare(
    `insert into complaint_event (id, complaint_id, kind, note, at, staff_id) values (?, ?, 'note', ?, ?, ?)`,
  );
  let events = raw.prepare<[], number | null>('select max(seq) from complaint_event').pluck().get() ?? 0;
  const ids: string[] = [];
  raw.transaction(() => {
    for (const spec of specs) {
      number += 1;
      const id = idOf(8, number);
      const { notes, ...columns } = { ...MOULD, staffId: staff, ...spec, ...timesOf(spec) };
      insert.run({ ...columns, id, number, storeHours: spec.storeHours === true ? 1 : 0 });
      for (const note of notes) {
        events += 1;
        event.run(idOf(9, events), id, note, spec.receivedAt, columns.staffId);
      }
      ids.push(id);
    }
  })();
  return ids;
}

/** What is not told of a complaint: the mouldy fish oil of S83. */
const MOULD = {
  memberId: null,
  object: 'goods',
  reasonGroup: 'goods',
  reason: 'goods_spoiled',
  severity: 'normal',
  channel: 'counter',
  product: '',
  aboutStaffId: null,
  what: '鱼油发霉',
  wish: '',
  reopened: 0,
  satisfaction: null,
  notes: [] as readonly string[],
} as const;

/** Everything that follows from when it came in and how long each step took. */
function timesOf(spec: ComplaintSpec) {
  const after = (hours: number | undefined) =>
    hours === undefined ? null : Math.round(spec.receivedAt + hours * HOUR);
  const { answeredAfter = spec.solvedAfter, solvedAfter, closedAfter } = spec;
  return {
    state: stateOf(spec),
    businessDate: businessDateOf(instant(spec.receivedAt), CALENDAR),
    responseDue: spec.receivedAt + 24 * HOUR,
    resolutionDue: spec.receivedAt + 168 * HOUR,
    pausedAt: after(spec.pausedAfter),
    answeredAt: after(answeredAfter),
    solvedAt: after(solvedAfter),
    closedAt: after(closedAfter),
    responseLate: (answeredAfter ?? 0) > 24 ? 1 : 0,
    resolutionLate: (solvedAfter ?? 0) > 168 ? 1 : 0,
    result: solvedAfter === undefined ? '' : '换货并道歉',
    cause: closedAfter === undefined ? '' : '进货时受潮',
    measure: closedAfter === undefined ? '' : '每周检查冷柜',
  };
}

function stateOf(spec: ComplaintSpec): ComplaintState {
  if (spec.closedAfter !== undefined) return 'closed';
  if (spec.solvedAfter !== undefined) return 'resolved';
  return spec.answeredAfter === undefined ? 'open' : 'responded';
}

/** Words as complaints are made of; a text is a handful of them with signs between. */
const PIECES = (
  '鱼油 发霉 奶粉 过期 面包 变质 牛奶 酸 鸡蛋 破损 包装 价签 不清楚 标价 结账 多收 少找 找零 态度 不耐烦 爱答不理 ' +
  '收银员 店员 导购 等了 二十分钟 排队 太久 缺货 到货 晚了 三天 没有 通知 电话 打不通 退货 换货 不给 小票 丢了 ' +
  '积分 没到账 优惠券 用不了 过道 堵住 纸箱 地面 湿滑 差点 摔倒 厕所 异味 冷柜 温度 不够 雪糕 化了 口味 太甜 ' +
  '咖啡 凉的 拿铁 做错 少冰 热饮 杯盖 漏了 袋子 断了 保质期 昨天 今天 上周 第二次 客人 老人 孩子 过敏 不舒服 ' +
  '质量 假货 真伪 说明书 看不懂 充电 坏了 屏幕 划痕 尺码 偏小 褪色 线头 开裂 异响 售后 推脱 承诺 没兑现 会员价 没打折'
).split(' ');
const WORDS = 'A2 O3 DHA 500ml 5kg iPhone XL Costa latte refund WiFi 618 APP VIP USB-C'.split(' ');

/** Between `least` and `most` characters of what customers complain about, the same at every run. */
export function complaintProse(chance: () => number, least: number, most: number): string {
  const length = least + Math.floor(chance() * (most - least + 1));
  let text = '';
  while (text.length < length) {
    text += chance() < 0.08 ? pick(WORDS, chance()) : pick(PIECES, chance());
    if (chance() < 0.25) text += pick('，。、！', chance());
  }
  return text.slice(0, most);
}

/** So many complaints over the two years up to `until`, all but one in fifty closed, with up to four notes each. */
export function* manyComplaints(
  size: number,
  {
    members,
    until,
    seed = 5,
  }: { readonly members: readonly string[]; readonly until: number; readonly seed?: number },
): Generator<ComplaintSpec> {
  const chance = chances(seed);
  const step = (730 * 24 * HOUR) / size;
  for (let at = 0; at < size; at++) {
    const old = at < size * 0.98;
    yield {
      receivedAt: Math.round(until - (size - at) * step),
      memberId: members.length > 0 && chance() < 0.8 ? pick(members, chance()) : null,
      object: chance() < 0.7 ? 'goods' : 'staff',
      ...pick(REASONS, chance()),
      severity: pick(['low', 'normal', 'normal', 'high'] as const, chance()),
      channel: pick(['counter', 'counter', 'phone', 'wechat', 'other'] as const, chance()),
      product: pick(PIECES, chance()),
      what: complaintProse(chance, 10, 60),
      wish: chance() < 0.5 ? complaintProse(chance, 4, 20) : '',
      notes: Array.from({ length: Math.floor(chance() * 5) }, () => complaintProse(chance, 6, 40)),
      ...(old
        ? {
            answeredAfter: chance() * 27,
            solvedAfter: 27 + chance() * 150,
            closedAfter: 180,
            ...(chance() < 0.4 ? { satisfaction: 1 + Math.floor(chance() * 5) } : {}),
          }
        : {}),
    };
  }
}

const REASONS = [
  { reasonGroup: 'goods', reason: 'goods_spoiled' },
  { reasonGroup: 'goods', reason: 'goods_price' },
  { reasonGroup: 'goods', reason: 'goods_out_of_stock' },
  { reasonGroup: 'staff', reason: 'staff_attitude' },
  { reasonGroup: 'staff', reason: 'staff_cashiering' },
  { reasonGroup: 'environment', reason: 'environment_hygiene' },
  { reasonGroup: 'operation', reason: 'operation_returns' },
] as const;

import { phoneTail } from '../domain/members/phone';
import type { Cast, Who } from '../domain/practice/doings';
import { TASKS } from '../domain/practice/tasks';
import { type BusinessDate, fen } from '../domain/units';
import { castAt, LI_JING, LIU_FANG, ZHANG_MIN, ZHANG_SAN } from '../sample/cast';
import type { Reader } from '../schema';

/** Whom and what the exercises are about in a practice store that was made today. */
export async function castOf(db: Reader, today: BusinessDate): Promise<Cast> {
  const phones = new Map(castAt(today).map(({ name, phone }) => [name, phone]));
  const named = (name: string) => whoHas(db, phones.get(name) ?? '');
  const zhangMin = await named(ZHANG_MIN);
  return {
    zhangSan: await named(ZHANG_SAN),
    zhangMin,
    liJing: await named(LI_JING),
    liuFang: await named(LIU_FANG),
    couponHolder: await couponHolder(db, today),
    bill: await lastBillOf(db, zhangMin.id),
  };
}

async function whoHas(db: Reader, phone: string): Promise<Who> {
  const row = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('phone', '=', phone)
    .executeTakeFirstOrThrow();
  return { ...row, tail: tailOf(phone) };
}

/** Who has a coupon for an amount that the task's bill takes, and can be found by their phone; of several the one whose lapses last. */
async function couponHolder(db: Reader, today: BusinessDate): Promise<Who> {
  const row = await db
    .selectFrom('coupon')
    .innerJoin('member', 'member.id', 'coupon.member_id')
    .select(['member.id', 'member.name', 'member.phone'])
    .where('coupon.state', '=', 'issued')
    .where('coupon.kind', '=', 'amount')
    .where('coupon.blackout', '=', '[]')
    .where('coupon.first_day', '<=', today)
    .where('coupon.last_day', '>=', today)
    .where('coupon.threshold_fen', '<=', TASKS.coupon.gross)
    .where('member.state', '=', 'active')
    .where('member.phone', 'is not', null)
    .where('member.phone_shared', '=', 0)
    .orderBy('coupon.last_day', 'desc')
    .orderBy('coupon.seq')
    .executeTakeFirstOrThrow();
  return { id: row.id, name: row.name, tail: tailOf(row.phone) };
}

const tailOf = (phone: string | null): string => phoneTail(phone) ?? '';

async function lastBillOf(db: Reader, memberId: string): Promise<Cast['bill']> {
  const { id, total_fen } = await db
    .selectFrom('purchase')
    .select(['id', 'total_fen'])
    .where('member_id', '=', memberId)
    .orderBy('bought_at', 'desc')
    .executeTakeFirstOrThrow();
  return { purchaseId: id, half: fen(Math.floor(total_fen / 2)) };
}

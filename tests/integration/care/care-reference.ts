import type { CareRules } from '@domain/settings/shop-rules';
import type SQLite from 'better-sqlite3';

/** A contact as the file has it. */
export interface ContactRow {
  readonly seq: number;
  readonly id: string;
  readonly member_id: string;
  readonly task_id: string | null;
  readonly direction: 'out' | 'in';
  readonly channel: string;
  readonly content: 'service' | 'offer';
  readonly month: string;
  readonly at: number;
}

/** Everything a contact is judged by, read anew from the rows each time: knows none of the shop's own rules in code. */
export class Reference {
  constructor(
    private readonly raw: SQLite.Database,
    private readonly zone: string,
    /** The hour at which the shop's day begins; before it a contact belongs to the day before. */
    private readonly dayStartHour: number,
  ) {}

  lastSeq(): number {
    return this.raw.prepare<[], number>('select coalesce(max(seq), 0) from care_contact').pluck().get() ?? 0;
  }

  contactsAfter(seq: number): ContactRow[] {
    return this.raw
      .prepare<[number], ContactRow>('select * from care_contact where seq > ? order by seq')
      .all(seq);
  }

  /** Every law that an outbound contact breaks, given what had been written before it; none for a rightful one. */
  broken(contact: ContactRow, rules: CareRules): string[] {
    if (contact.direction === 'in') return [];
    const laws: string[] = [];
    if (contact.content === 'offer' && this.consent(contact.member_id) !== 'given')
      laws.push('offer without consent');
    if (contact.content === 'offer' && this.openComplaints(contact.member_id) > 0)
      laws.push('offer during a complaint');
    if (contact.channel === 'counter') return laws;
    const { minute, month } = this.wall(contact.at);
    if (contact.month !== month) laws.push(`month ${contact.month} is ${month}`);
    if (isQuiet(minute, rules)) laws.push(`at minute ${minute}`);
    const { used, allowed } = this.budget(contact, rules, month);
    if (used >= allowed) laws.push(`contact ${used + 1} of ${allowed} in ${month}`);
    return laws;
  }

  /** Begun after midnight, but before the shop's new day. */
  isBeforeItsDay({ at }: ContactRow): boolean {
    return this.wall(at).minute < this.dayStartHour * 60;
  }

  /** Whether a service contact by phone would be rightful now, as far as time and budget go. */
  mayCall(memberId: string, at: number, rules: CareRules): boolean {
    const { minute, month } = this.wall(at);
    const { used, allowed } = this.budget(
      { seq: Number.MAX_SAFE_INTEGER, member_id: memberId },
      rules,
      month,
    );
    return !isQuiet(minute, rules) && used < allowed;
  }

  private budget(
    { seq, member_id }: Pick<ContactRow, 'seq' | 'member_id'>,
    { budget }: CareRules,
    month: string,
  ): { used: number; allowed: number } {
    const before = this.raw
      .prepare<[string, number], ContactRow & { outcome: string | null }>(
        `select c.*, (select outcome from care_outcome where contact_id = c.id order by seq desc limit 1) as outcome
          from care_contact c where member_id = ? and seq < ? order by seq desc`,
      )
      .all(member_id, seq)
      .filter(({ outcome }) => outcome !== 'not_sent');
    const bought = this.raw
      .prepare<[string], number | null>('select max(bought_at) from purchase where member_id = ?')
      .pluck()
      .get(member_id);
    let unanswered = 0;
    for (const past of before) {
      if (past.direction === 'in' || past.channel === 'counter') break;
      if (['reached', 'refused', 'done'].includes(past.outcome ?? '')) break;
      if ((bought ?? 0) > past.at) break;
      unanswered += 1;
    }
    const used = before.filter(
      (past) => past.direction === 'out' && past.channel !== 'counter' && past.month === month,
    ).length;
    return { used, allowed: unanswered >= budget.afterUnanswered ? budget.lowered : budget.perMonth };
  }

  private wall(at: number): { minute: number; month: string } {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: this.zone,
      ...{
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      },
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    const day = part('day') - (part('hour') < this.dayStartHour ? 1 : 0);
    return {
      minute: part('hour') * 60 + part('minute'),
      month: new Date(Date.UTC(part('year'), part('month') - 1, day)).toISOString().slice(0, 7),
    };
  }

  private consent(memberId: string): string | undefined {
    return this.raw
      .prepare<[string], string>(
        "select action from consent_entry where member_id = ? and purpose = 'marketing' order by seq desc limit 1",
      )
      .pluck()
      .get(memberId);
  }

  private openComplaints(memberId: string): number {
    return (
      this.raw
        .prepare<[string], number>("select count(*) from complaint where member_id = ? and state <> 'closed'")
        .pluck()
        .get(memberId) ?? 0
    );
  }
}

const isQuiet = (minute: number, { quiet: { from, to } }: CareRules): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to;

import { maybeYuan, plain, text, yuan } from './export-column';
import { by, type Table } from './export-table';

const ID_OF_N = '(select id from member m where m.n = member_insight.n)';

/** What members have told of themselves, what the last run says of them, and the segments that the shop has named. */
export const INSIGHT_TABLES: readonly Table[] = [
  {
    name: 'member_profiles',
    from: 'member_profile',
    day: null,
    member: 'member_id',
    order: by('member_id'),
    columns: {
      member_id: plain('member_id'),
      occupation: text('occupation'),
      income: plain('income'),
      education: plain('education'),
      price_sensitivity: plain('price_sensitivity'),
      needs: text("(select group_concat(value, ' ') from json_each(member_profile.needs))"),
      interests: text(
        "(select group_concat(interest, '、' order by position) from member_interest i where i.member_id = member_profile.member_id)",
      ),
      staff_id: plain('staff_id'),
    },
    sums: {},
  },
  {
    name: 'member_insights',
    from: 'member_insight',
    day: null,
    member: ID_OF_N,
    order: by('n'),
    columns: {
      member_id: plain(ID_OF_N),
      as_of: plain('(select as_of from insight_run)'),
      class: plain('class'),
      class_before: plain('class_before'),
      excluded: plain('excluded'),
      value: plain('value'),
      stage: plain('stage'),
      rfm_group: plain('rfm_group'),
      recency_score: plain('recency_score'),
      frequency_score: plain('frequency_score'),
      money_score: plain('money_score'),
      cluster: plain('cluster'),
      bills: plain('bills'),
      spent_yuan: yuan('spent_fen'),
      year_bills: plain('year_bills'),
      year_yuan: yuan('year_fen'),
      usual_gap_days: plain('usual_gap'),
      alive_per_mille: plain('alive'),
      expected_yuan: maybeYuan('expected_fen'),
      warned: plain('warned'),
      referrals: plain('referrals'),
    },
    sums: { bills: 'bills', spent_fen: 'spent_fen' },
  },
  {
    name: 'segments',
    from: 'segment',
    day: null,
    member: null,
    order: by('rowid'),
    columns: {
      id: plain('id'),
      name: text('name'),
      rule: text('rule'),
      kept: plain('kept'),
      staff_id: plain('staff_id'),
    },
    sums: {},
  },
];

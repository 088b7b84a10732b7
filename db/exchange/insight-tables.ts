import { maybe, plain, text, yuan } from './csv-sql';
import { by, type Table } from './export-table';

const memberId = plain('(select id from member m where m.n = member_insight.n)');

/** What members have told of themselves, what the last run says of them, and the segments that the shop has named. */
export const INSIGHT_TABLES: readonly Table[] = [
  {
    file: 'member_profiles.csv',
    from: 'member_profile',
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
    file: 'member_insights.csv',
    from: 'member_insight',
    order: by('n'),
    columns: {
      member_id: memberId,
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
      expected_yuan: maybe('expected_fen', yuan('expected_fen')),
      warned: plain('warned'),
      referrals: plain('referrals'),
    },
    sums: { bills: 'bills', spent_fen: 'spent_fen' },
  },
  {
    file: 'segments.csv',
    from: 'segment',
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

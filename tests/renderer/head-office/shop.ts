import { idOf } from '../support/shop';

const AT = Date.UTC(2026, 10, 21, 6);

export const aPacket = (more: object = {}) => ({
  ...{ id: 'K3F9QX-3', epoch: 'K3F9QX', sequence: 3, kind: 'delta', state: 'prepared', madeAt: AT },
  ...{ fileName: 'SHK_0a1b2c3d_K3F9QX-000003_delta.shuke', bytes: 48_000, entries: 120, personal: 0 },
  rows: { member: 20, purchase: 60, refund: 1, points: 30, complaint: 2, coupon: 7 },
  ...{ written: null, ackedAt: null, askedAgain: false, kept: true },
  ...more,
});

export const setUp = {
  ...{ region: '华东', schedule: { kind: 'weekly', weekday: 1, hour: 9 }, personal: 0, reason: '' },
  ...{ remindDays: 7, card: { name: '熟客总部', fingerprint: 'XATH-JVHY-QMRF-DEE6-VNVT' } },
  ...{ fingerprint: 'ZJEK-EVQW-7JFH-RYVS-QABG', since: AT, folder: null },
};

export const aStanding = (more: object = {}) => ({
  ...{ setUp, due: { state: 'upcoming', at: AT }, last: null, toSend: 0 },
  ...{ unanswered: { packets: 0, days: 0, late: false }, ack: null, rulesWaiting: 0 },
  ...{ begunAnew: null, waiting: 0 },
  ...more,
});

export const someRules = (more: object = {}) => ({
  ...{ id: idOf(950), number: 7, title: '积分翻倍', why: '周年庆', from: '2027-01-01', issuedAt: AT },
  ...{ state: 'waiting', answered: null, basedOn: 4 },
  changes: [{ path: 'points.redeemMinimum', before: '100', after: '200' }],
  ...more,
});

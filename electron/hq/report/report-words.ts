import type { FigureName } from '../../../db/domain/hq/report';
import type { Lang } from '../words';

/** What the report says. Figures are called as on the stores' own screens. */
export interface ReportWords {
  readonly lang: string;
  readonly title: string;
  readonly span: (from: string, to: string, made: string) => string;
  readonly figures: Readonly<Record<FigureName, string>>;
  readonly net: string;
  readonly refundRate: string;
  readonly onTime: string;
  readonly store: string;
  readonly region: string;
  readonly month: string;
  readonly state: string;
  readonly stores: string;
  readonly noRegion: string;
  readonly noClass: string;
  readonly byMonth: string;
  readonly byRegion: string;
  readonly byClass: string;
  readonly topStores: (shown: number, of: number) => string;
  readonly attention: (count: number) => string;
  readonly allWell: string;
  readonly more: (count: number, file: string) => string;
  readonly nothing: string;
  readonly asNow: string;
}

export const REPORT_WORDS: Readonly<Record<Lang, ReportWords>> = {
  zh: {
    lang: 'zh-CN',
    title: '总部报表',
    span: (from, to, made) => `${from} 至 ${to} · 制表 ${made}`,
    figures: {
      ...{
        members: '会员',
        A: 'A 类',
        B: 'B 类',
        C: 'C 类',
        D: 'D 类',
        none: '未分类',
        newMembers: '新会员',
      },
      ...{ sales: '消费笔数', salesFen: '消费额', refunds: '退款笔数', refundsFen: '退款额' },
      ...{ pointsOwed: '未用积分', liabilityFen: '积分负债', complaints: '投诉' },
      ...{
        respondedOnTime: '按时回复',
        responseDue: '应回复',
        resolvedOnTime: '按时解决',
        resolutionDue: '应解决',
      },
    },
    net: '净消费额',
    refundRate: '退款率',
    onTime: '按时回复率',
    store: '门店',
    region: '区域',
    month: '月份',
    state: '情况',
    stores: '门店',
    noRegion: '未分区域',
    noClass: '未分类',
    byMonth: '各月净消费额',
    byRegion: '各区域',
    byClass: '会员分类',
    topStores: (shown, of) => `消费额最高的门店（${of} 家中的 ${shown} 家）`,
    attention: (count) => `需要处理的门店（${count} 家）`,
    allWell: '没有迟报、缺包或分叉的门店。',
    more: (count, file) => `其余 ${count} 家见 ${file}。`,
    nothing: '这段时间没有数据。',
    asNow: '会员、分类和积分为各门店最近一包时的数。',
  },
  en: {
    lang: 'en',
    title: 'Head-office report',
    span: (from, to, made) => `${from} to ${to} · made ${made}`,
    figures: {
      ...{ members: 'Members', A: 'Class A', B: 'Class B', C: 'Class C', D: 'Class D', none: 'No class' },
      ...{ newMembers: 'New members', sales: 'Sales', salesFen: 'Sales value', refunds: 'Refunds' },
      ...{ refundsFen: 'Refund value', pointsOwed: 'Points unused', liabilityFen: 'Points liability' },
      ...{ complaints: 'Complaints', respondedOnTime: 'Answered on time', responseDue: 'Answers due' },
      ...{ resolvedOnTime: 'Resolved on time', resolutionDue: 'Resolutions due' },
    },
    net: 'Net sales',
    refundRate: 'Refund rate',
    onTime: 'Answered on time',
    store: 'Store',
    region: 'Region',
    month: 'Month',
    state: 'State',
    stores: 'Stores',
    noRegion: 'No region',
    noClass: 'No class',
    byMonth: 'Net sales by month',
    byRegion: 'By region',
    byClass: 'Members by class',
    topStores: (shown, of) => `Stores that sold most (${shown} of ${of})`,
    attention: (count) => `Stores that need attention (${count})`,
    allWell: 'No store is late, lacks a packet or is in a fork.',
    more: (count, file) => `The other ${count} are in ${file}.`,
    nothing: 'There is nothing in this span.',
    asNow: 'Members, classes and points are as of the latest packet of each store.',
  },
};

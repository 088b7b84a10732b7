import type { ComplaintChannel, ComplaintState, Severity } from '../../../db/domain/complaints/complaint';
import type { ComplaintObject, KnownReason, ReasonGroup } from '../../../db/domain/complaints/reasons';
import type { Locale } from '../../../db/domain/locale';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the exported archive; a test holds them against those of the screen. */
export interface ArchiveWords {
  readonly fileName: string;
  readonly fileKind: string;
  readonly columns: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly walkIn: string;
  readonly state: Words<ComplaintState>;
  readonly object: Words<ComplaintObject>;
  readonly group: Words<ReasonGroup>;
  readonly severity: Words<Severity>;
  readonly channel: Words<ComplaintChannel>;
  readonly reason: Words<KnownReason>;
}

export const ARCHIVE_WORDS: Readonly<Record<Locale, ArchiveWords>> = {
  'zh-CN': {
    fileName: '投诉档案',
    fileKind: 'CSV 表格',
    columns: [
      '编号',
      '收到时间',
      '营业日',
      '状态',
      '投诉对象',
      '原因大类',
      '原因',
      '严重程度',
      '来自',
      '会员号',
      '会员',
      '手机（部分隐去）',
      '商品',
      '涉及员工',
      '经过',
      '顾客希望',
      '回复时限',
      '首次回复',
      '回复超时',
      '解决时限',
      '解决时间',
      '解决超时',
      '结案时间',
      '重开次数',
      '满意度',
      '补偿（元）',
      '处理结果',
      '发生原因',
      '预防措施',
      '登记人',
    ],
    yes: '是',
    no: '否',
    walkIn: '散客',
    state: {
      open: '待回复',
      responded: '已回复',
      resolved: '已解决',
      closed: '已结案',
      reopened: '重新处理',
    },
    object: { goods: '商品', staff: '销售员' },
    group: { staff: '人员', goods: '商品', environment: '环境', operation: '经营' },
    severity: { low: '轻微', normal: '一般', high: '严重' },
    channel: { counter: '当面', phone: '电话', wechat: '微信', other: '其他' },
    reason: {
      staff_attitude: '服务态度',
      staff_cashiering: '收银差错',
      staff_knowledge: '商品知识不足',
      goods_out_of_stock: '常缺货或到货晚',
      goods_range: '品种不全',
      goods_price: '价格偏高',
      goods_spoiled: '变质或过期',
      goods_price_tag: '价签不清',
      goods_packaging: '包装破损',
      environment_hygiene: '店内外卫生',
      environment_safety: '安全隐患',
      environment_aisle: '通道堵塞',
      operation_hours: '营业时间',
      operation_returns: '退换货',
      operation_after_sales: '售后服务',
    },
  },
  en: {
    fileName: 'Complaints',
    fileKind: 'CSV table',
    columns: [
      'Number',
      'Received',
      'Business day',
      'State',
      'About',
      'Kind of reason',
      'Reason',
      'Severity',
      'Channel',
      'Member no.',
      'Member',
      'Phone (partly hidden)',
      'Product',
      'About staff',
      'What happened',
      'What the customer wants',
      'Answer due',
      'First answer',
      'Answered late',
      'Solution due',
      'Solved',
      'Solved late',
      'Closed',
      'Reopened',
      'Satisfaction',
      'Compensation (yuan)',
      'Result',
      'Cause',
      'Prevention',
      'Logged by',
    ],
    yes: 'yes',
    no: 'no',
    walkIn: 'Walk-in',
    state: {
      open: 'Unanswered',
      responded: 'Answered',
      resolved: 'Resolved',
      closed: 'Closed',
      reopened: 'Reopened',
    },
    object: { goods: 'Goods', staff: 'Salesperson' },
    group: { staff: 'Staff', goods: 'Goods', environment: 'Premises', operation: 'Service' },
    severity: { low: 'Minor', normal: 'Normal', high: 'Serious' },
    channel: { counter: 'In person', phone: 'Phone', wechat: 'WeChat', other: 'Other' },
    reason: {
      staff_attitude: 'Attitude',
      staff_cashiering: 'Wrong at the till',
      staff_knowledge: 'Product knowledge',
      goods_out_of_stock: 'Out of stock or late',
      goods_range: 'Small range',
      goods_price: 'Price too high',
      goods_spoiled: 'Spoiled or expired',
      goods_price_tag: 'Unclear price tag',
      goods_packaging: 'Damaged packaging',
      environment_hygiene: 'Hygiene',
      environment_safety: 'Safety',
      environment_aisle: 'Blocked aisle',
      operation_hours: 'Opening hours',
      operation_returns: 'Returns and exchanges',
      operation_after_sales: 'After-sales',
    },
  },
};

import { fieldsOf, type ImportField, type ImportKind } from './fields';
import { fold } from './text';

/** How other programs head their columns, in zh and en; compared without case, spaces, marks and brackets. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  external_id: [
    '会员编号', '会员id', '客户编号', '客户id', '顾客编号', '顾客id', '用户编号', '用户id', '编号', 'id', '会员代码', '客户代码', '外部编号',
    'customerid', 'customerno', 'customer', 'custid', 'clientid', 'memberid', 'userid', 'externalid', 'masterid', 'buyerid',
  ],
  card_no: ['会员卡号', '卡号', '会员卡', '会员号', 'vip卡号', '卡编号', 'cardno', 'cardnumber', 'card', 'memberno', 'membernumber', 'loyaltycard'],
  name: ['姓名', '名字', '名称', '会员姓名', '客户姓名', '顾客姓名', '会员名称', '客户名称', '客户', '顾客', '会员', '联系人', 'name', 'fullname', 'customername', 'membername'],
  phone: [
    '手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '联系手机', '移动电话', '会员手机', '会员手机号', '客户手机', '客户电话',
    'phone', 'phonenumber', 'phoneno', 'mobile', 'mobilephone', 'mobileno', 'mobilenumber', 'tel', 'telephone', 'cell', 'cellphone',
  ],
  gender: ['性别', 'gender', 'sex'],
  birthday: ['生日', '出生日期', '出生年月', '出生年月日', '会员生日', 'birthday', 'birthdate', 'dateofbirth', 'dob'],
  joined_on: [
    '入会日期', '入会时间', '注册日期', '注册时间', '开卡日期', '开卡时间', '办卡日期', '办卡时间', '加入日期', '创建日期', '创建时间', '登记日期',
    'joined', 'joinedon', 'joindate', 'registered', 'registeredon', 'registrationdate', 'signupdate', 'created', 'createdat', 'membersince',
  ],
  points: ['积分', '可用积分', '积分余额', '剩余积分', '当前积分', '会员积分', 'points', 'pointsbalance', 'balance', 'score'],
  points_last_day: ['积分有效期', '积分到期日', '积分到期', '有效期至', '积分过期日', 'pointsexpiry', 'pointsexpire', 'pointslastday', 'expiry', 'expirydate', 'validuntil'],
  tags: ['标签', '偏好', '喜好', '会员标签', 'tags', 'tag', 'preferences', 'labels'],
  note: ['备注', '说明', '附注', '会员备注', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'memo'],
  date: [
    '日期', '消费日期', '交易日期', '购买日期', '销售日期', '下单日期', '消费时间', '交易时间', '购买时间', '销售时间', '下单时间', '订单日期', '订单时间', '付款时间', '支付时间', '单据日期',
    'date', 'purchasedate', 'orderdate', 'saledate', 'transactiondate', 'datetime', 'purchasedat', 'ordertime', 'invoicedate', 'timestamp',
  ],
  time: ['时间', '时刻', 'time', 'timeofday'],
  receipt_no: [
    '小票号', '小票编号', '单号', '单据号', '单据编号', '订单号', '订单编号', '流水号', '交易号', '交易单号', '收据号', '票号', '销售单号',
    'receipt', 'receiptno', 'receiptnumber', 'orderno', 'ordernumber', 'orderid', 'invoice', 'invoiceno', 'transactionid', 'ticketno', 'billno',
  ],
  amount: [
    '金额', '消费金额', '实付', '实付金额', '实收', '实收金额', '付款金额', '支付金额', '交易金额', '销售金额', '订单金额', '总金额', '合计', '应收', '销售额', '消费额',
    'amount', 'total', 'totalamount', 'paid', 'paidamount', 'price', 'dollars', 'spent', 'sales', 'revenue', 'value', 'sum',
  ],
  quantity: ['数量', '件数', '购买数量', '销售数量', '份数', 'quantity', 'qty', 'count', 'units', 'pieces'],
  product: ['商品', '商品名称', '品名', '产品', '产品名称', '项目', '菜品', '货品', '货品名称', '商品名', 'product', 'productname', 'item', 'itemname', 'goods', 'description', 'sku'],
};

/** Column names that say what a head is when they stand alone, with what they mean in the other kind of file left out. */
const bare = (header: string): string =>
  fold(header)
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s_\-.:*#/"'、,]+/g, '');

/** The field that each head names; a field is given to the first column that names it. */
export function columnsByHeader(headers: readonly string[], kind: ImportKind): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const name = bare(header);
    if (name === '') return null;
    const field = fieldsOf(kind).find((candidate) => !taken.has(candidate) && NAMES[candidate].includes(name));
    if (field === undefined) return null;
    taken.add(field);
    return field;
  });
}

/** True when the first row names columns: some head is known, or it has no digit while the rows below have. */
export function guessHeader(rows: readonly (readonly string[])[], kind: ImportKind): boolean {
  const [first, ...rest] = rows;
  if (first === undefined) return false;
  if (columnsByHeader(first, kind).some((field) => field !== null)) return true;
  const bearsDigits = (row: readonly string[]) => row.some((cell) => /\d/.test(fold(cell)));
  return rest.length > 0 && first.every((cell) => cell.trim() !== '') && !bearsDigits(first) && rest.some(bearsDigits);
}

import type { Rejection } from '../../../db/domain/exchange/rejections';

/** Why a row was refused, in the words of the file that the person opens and corrects. */
export const REJECTION_WORDS: Readonly<Record<Rejection, { readonly 'zh-CN': string; readonly en: string }>> =
  {
    phone_damaged: {
      'zh-CN': '手机号被表格软件改坏了，丢失了数字（如 1.38E+10）。请在原系统按文本格式重新导出',
      en: 'A spreadsheet has damaged the phone number and digits are lost (such as 1.38E+10). Export it again as text',
    },
    phone_malformed: { 'zh-CN': '这不是一个电话号码', en: 'This is not a phone number' },
    phone_shared_by_several: {
      'zh-CN': '几位会员共用这个手机号，无法判断是哪一位。请补充卡号',
      en: 'Several members share this phone; add the card number to say who is meant',
    },
    name_or_phone_needed: { 'zh-CN': '姓名和手机号至少要有一个', en: 'A name or a phone number is needed' },
    phone_taken: {
      'zh-CN': '这个手机号已属于另一位会员（姓名、卡号或编号不同）',
      en: 'The phone number belongs to another member (name, card or id differ)',
    },
    card_taken: { 'zh-CN': '这个卡号已属于另一位会员', en: 'The card number belongs to another member' },
    card_malformed: {
      'zh-CN': '卡号不对：只能是 1 到 32 位字母和数字，且未被表格软件改坏',
      en: 'No card number: 1 to 32 letters and digits, not damaged by a spreadsheet',
    },
    external_id_malformed: {
      'zh-CN': '编号不对：太长，或被表格软件改坏了',
      en: 'No customer id: too long, or damaged by a spreadsheet',
    },
    date_malformed: {
      'zh-CN': '日期不存在，或与所选日期格式不符',
      en: 'No such day, or not in the chosen date format',
    },
    date_serial: {
      'zh-CN': '日期是表格软件的序列数字（如 45662）。请把该列设为日期格式后重新导出',
      en: "The date is a spreadsheet's serial number (such as 45662). Format the column as a date and export again",
    },
    date_in_future: { 'zh-CN': '日期在今天之后', en: 'The date is in the future' },
    amount_malformed: {
      'zh-CN': '金额不对（最多两位小数）',
      en: 'No amount of money (at most two decimals)',
    },
    amount_negative: {
      'zh-CN': '金额为负数。退款不能作为消费导入',
      en: 'The amount is negative. Refunds cannot be imported as purchases',
    },
    quantity_malformed: {
      'zh-CN': '数量不对（大于零，最多三位小数）',
      en: 'No quantity (above zero, at most three decimals)',
    },
    points_malformed: {
      'zh-CN': '积分不对（只能是零或正整数）',
      en: 'No points balance (zero or a whole number above it)',
    },
    birthday_malformed: { 'zh-CN': '生日不存在', en: 'No such birthday' },
    member_unknown: { 'zh-CN': '店里没有这位会员', en: 'The store has no such member' },
    member_needed: {
      'zh-CN': '没有卡号、手机号或编号，不知道是谁的消费',
      en: 'No card, phone or customer id says whose purchase this is',
    },
    too_few_columns: { 'zh-CN': '这一行的列数不够', en: 'The row has too few columns' },
    doubled_in_file: { 'zh-CN': '文件里前面已经有同一条', en: 'The same row is in this file earlier' },
    receipt_taken: { 'zh-CN': '这一天已有同号小票', en: 'This receipt number is already taken on that day' },
    text_too_long: { 'zh-CN': '文字太长', en: 'A text is too long' },
    text_damaged: {
      'zh-CN': '文字里有乱码，可能选错了编码',
      en: 'A text is garbled; the encoding may be the wrong one',
    },
  };

import { Refusal } from '@domain/refusal';
import { giftIsPoints, readTierDiscount } from '@domain/tiers/typed-rights';
import { describe, expect, it } from 'vitest';

const read = (text: string) => {
  const discount = readTierDiscount(text);
  return discount instanceof Refusal ? discount.code : discount;
};

describe('S40 the discount of a level, as an owner types it', () => {
  it.each([
    ['9折', 10],
    ['8.5折', 15],
    ['85折', 15],
    ['８５折', 15],
    [' 8.5 折 ', 15],
    ['正价商品9折', 10],
    ['正价商品 9.5 折', 5],
    ['打九折', 10],
    ['八五折', 15],
    ['八点五折', 15],
    ['享8.8折优惠', 12],
    ['半价', 50],
    ['对折', 50],
    ['99折', 1],
    ['0.5折', 95],
    ['10% off', 10],
    ['10%', 10],
    ['１０％', 10],
    ['5 percent off', 5],
    ['Save 15%', 15],
    ['10% off full-price goods', 10],
    ['-12%', 12],
    ['优惠10%', 10],
    ['', 0],
    ['  ', 0],
    ['无', 0],
    ['None', 0],
    ['不打折', 0],
    ['10折', 0],
  ])('%j takes %d percent off', (text, percent) => {
    expect(read(text)).toBe(percent);
  });

  it.each([
    '满100减20',
    '滿 100 減 20',
    '每满200减30',
    '满１００元减２０元',
    '满100打9折',
    '消费满500送50',
    '满2件8折',
    '100减20',
    '满100-20',
    '100-20',
    '消费100元以上9折',
    'spend 100 save 20',
    'Spend ¥100, get 10% off',
    '20 off 100',
    '¥20 off orders over ¥100',
    '10% off over 100',
    'save 20 on 100',
    'every 100, 10 off',
  ])('S43 %j is a spend-and-save, and refused as one', (text) => {
    expect(read(text)).toBe('spend_and_save');
  });

  it.each([
    '送100积分',
    '双倍积分',
    'double points',
    '20元',
    '立减20',
    '10',
    '9',
    '100%',
    '8.55折',
    '0折',
    '100折',
    '特价商品9折',
    '全场9折',
    'free coffee',
    '<b>9折</b>',
  ])('%j is no discount of a level', (text) => {
    expect(read(text)).toBe('not_a_discount');
  });
});

describe('S44 a birthday gift is a thing, never points', () => {
  it.each(['100积分', '送 200 分', '双倍积分', 'Double points', '500 pts', '１００積分', '1 point'])(
    '%j is points',
    (text) => expect(giftIsPoints(text)).toBe(true),
  );

  it.each(['生日咖啡券', '刻名马克杯', '50分钟按摩', '7分袖衬衫', 'Ballpoint pen', 'Birthday coffee', ''])(
    '%j is none',
    (text) => expect(giftIsPoints(text)).toBe(false),
  );
});

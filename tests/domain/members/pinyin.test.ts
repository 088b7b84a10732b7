import { readingsOf } from '@domain/members/pinyin';
import { COMPOUND_SURNAMES, GIVEN_READINGS, SURNAME_READINGS } from '@domain/members/readings';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';

/** What the package itself answers, as it is typed; empty for a character that it lacks. */
function ofThePackage(text: string, surname: 'all' | 'off'): string {
  const syllables = pinyin(text, { toneType: 'none', v: true, type: 'array', surname });
  return syllables.every((syllable) => /^[a-z]+$/.test(syllable)) ? syllables.join('') : '';
}

/** Every character of the first plane that folding leaves as it is, and some of the second. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code))
  .concat('𫭟', '𦝼', '𠮷')
  .filter((character) => /\p{Script=Han}/u.test(character) && character.normalize('NFKC') === character);

describe('a name is found by what people type', () => {
  test.each([
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['仇英', 'qiuying', 'qy'],
    ['曾国藩', 'zengguofan', 'zgf'],
    ['解晓东', 'xiexiaodong', 'xxd'],
    ['查良镛', 'zhaliangyong', 'zly'],
    ['区家辉', 'oujiahui', 'ojh'],
    ['朴树', 'piaoshu', 'ps'],
    ['任盈盈', 'renyingying', 'ryy'],
    ['盖叫天', 'gejiaotian', 'gjt'],
    ['翟天临', 'zhaitianlin', 'ztl'],
    ['种师道', 'chongshidao', 'csd'],
    ['覃辉', 'qinhui', 'qh'],
    ['覃辉', 'tanhui', 'th'],
    ['牟其中', 'muqizhong', 'mqz'],
    ['牟其中', 'mouqizhong', 'mqz'],
    ['折可适', 'shekeshi', 'sks'],
    ['隗嚣', 'weixiao', 'wx'],
    ['洗夫人', 'xianfuren', 'xfr'],
    // ü is typed in three ways.
    ['吕布', 'lvbu', 'lb'],
    ['吕布', 'lyubu', 'lb'],
    ['吕布', 'lubu', 'lb'],
    ['女娲', 'nvwa', 'nw'],
    // Compound surnames.
    ['欧阳修', 'ouyangxiu', 'oyx'],
    ['歐陽修', 'ouyangxiu', 'oyx'],
    ['诸葛亮', 'zhugeliang', 'zgl'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['尉迟恭', 'weichigong', 'wcg'],
    ['万俟卨', 'moqixie', 'mqx'],
    ['长孙无忌', 'zhangsunwuji', 'zswj'],
    // Both readings where two are common, in surnames and given names.
    ['曾国藩', 'cengguofan', 'cgf'],
    ['单雄信', 'danxiongxin', 'dxx'],
    ['乐乐', 'lele', 'll'],
    ['王乐', 'wangyue', 'wy'],
    ['张行', 'zhangxing', 'zx'],
    // Traditional characters, Latin words, mixtures.
    ['張偉', 'zhangwei', 'zw'],
    ['Tom Smith', 'tomsmith', 'ts'],
    ['José', 'jose', 'j'],
    ['王A', 'wanga', 'wa'],
    ['陈小姐', 'chenxiaojie', 'cxj'],
    ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ])('%s by %s and %s', (name, pinyin, initials) => {
    expect(readingsOf(name).pinyin).toContain(pinyin);
    expect(readingsOf(name).initials).toContain(initials);
  });

  test('the given name alone is found too', () => {
    expect(readingsOf('王小明').pinyin).toEqual(['wangxiaoming', 'xiaoming']);
    expect(readingsOf('欧阳娜娜').pinyin).toContain('nana');
    expect(readingsOf('王').pinyin).toEqual(['wang']);
  });

  test('what has no reading has none', () => {
    expect(readingsOf('')).toEqual({ pinyin: [], initials: [] });
    expect(readingsOf('💐')).toEqual({ pinyin: [], initials: [] });
  });

  test('every character reads as the package itself says, unless a table of ours says more', () => {
    const otherwise = CHARACTERS.filter((character) => {
      const surname = SURNAME_READINGS[character] === undefined;
      const given = GIVEN_READINGS[character] === undefined;
      const read = (name: string) => readingsOf(name).pinyin[0] ?? '';
      return (
        (surname && read(character) !== ofThePackage(character, 'all')) ||
        (given && read(`王${character}`) !== `wang${ofThePackage(character, 'off')}`)
      );
    });
    expect(otherwise).toEqual([]);
    expect(CHARACTERS.length).toBeGreaterThan(27_000);
  });

  test('compound surnames read as the package itself says, unless a table of ours says more', () => {
    const surnames = [...COMPOUND_SURNAMES].filter((surname) => SURNAME_READINGS[surname] === undefined);
    expect(surnames.length).toBeGreaterThan(60);
    expect(surnames.map((surname) => readingsOf(surname).pinyin[0])).toEqual(
      surnames.map((surname) => ofThePackage(surname, 'all')),
    );
  });

  test('readings are Latin letters and digits, few, and the same at every call', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const readings = readingsOf(name);
        for (const reading of [...readings.pinyin, ...readings.initials])
          expect(reading).toMatch(/^[a-z0-9]+$/);
        expect(readings.pinyin.length + readings.initials.length).toBeLessThanOrEqual(18);
        expect(readingsOf(name)).toEqual(readings);
      }),
    );
  });
});

// The dictionary alone: the package's own door builds a search for words in sentences, 25 ms at the first name.
import CHARACTERS from 'pinyin-pro/dist/esm/data/dict1.mjs';
import SURNAMES from 'pinyin-pro/dist/esm/data/surname.mjs';
import { foldWidth } from './fold';
import { COMPOUND_SURNAMES, GIVEN_READINGS, SURNAME_READINGS } from './readings';

/** What a name sounds like: every common reading, without tones or spaces. */
export interface NameReadings {
  /** The whole name, then the given name alone: `zengguofan`, `cengguofan`, `guofan`. */
  readonly pinyin: readonly string[];
  /** First letters of the whole name: `zgf`, `cgf`. */
  readonly initials: readonly string[];
}

interface Sound {
  readonly full: string;
  readonly initials: string;
}

/** A name of many doubtful characters keeps its first readings. */
const MOST_READINGS = 6;
/** Longer names are read up to here; nobody types further. */
const MOST_PARTS = 12;

const WORDS = /\p{Script=Han}|[a-z0-9]+/gu;
const HAN = /\p{Script=Han}/u;

/** ā á ǎ à, once they are parted from their letter. */
const TONES = /[\u0304\u0301\u030c\u0300]/g;

const surnames = new Map<string, readonly Sound[]>();
const characters = new Map<string, readonly Sound[]>();

/** Readings of a name as people type them; Latin words stand as they are; other scripts have none. */
export function readingsOf(name: string): NameReadings {
  const parts = partsOf(name);
  const whole = combined(parts);
  const given = parts.length > 1 ? combined(parts.slice(1)) : [];
  return {
    pinyin: distinct([...whole, ...given].map((sound) => sound.full)),
    initials: distinct(whole.map((sound) => sound.initials)),
  };
}

/** Surname first, then each character or Latin word, with all its sounds. */
function partsOf(name: string): readonly (readonly Sound[])[] {
  const words = wordsOf(name);
  const surname = COMPOUND_SURNAMES.has(words.slice(0, 2).join('')) ? words.slice(0, 2).join('') : words[0];
  if (surname === undefined) return [];
  const rest = words.slice(Array.from(surname).length === 2 && HAN.test(surname) ? 2 : 1, MOST_PARTS);
  return [surnameSounds(surname), ...rest.map(characterSounds)].filter((sounds) => sounds.length > 0);
}

const wordsOf = (name: string): string[] =>
  foldWidth(name).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(WORDS) ?? [];

function surnameSounds(surname: string): readonly Sound[] {
  return memo(surnames, surname, () => {
    const readings = SURNAME_READINGS[surname];
    if (readings !== undefined) return readings.map((reading) => reading.split(' '));
    return [syllablesOf(SURNAMES[surname]) ?? Array.from(surname, commonest)];
  });
}

function characterSounds(word: string): readonly Sound[] {
  return memo(characters, word, () => {
    const readings = GIVEN_READINGS[word];
    if (readings !== undefined) return readings.map((reading) => [reading]);
    return [[commonest(word)]];
  });
}

/** What the dictionary names first; nothing for a character that it lacks. */
const commonest = (character: string): string => syllablesOf(CHARACTERS.get(character))?.[0] ?? '';

/** `lǚ shì` as it is typed: without tones, ü as v. */
const syllablesOf = (reading: string | undefined): string[] | undefined =>
  reading?.normalize('NFD').replace(TONES, '').replaceAll('u\u0308', 'v').split(' ');

function memo(
  known: Map<string, readonly Sound[]>,
  word: string,
  read: () => readonly string[][],
): readonly Sound[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const sounds = HAN.test(word)
    ? read()
        .filter((syllables) => syllables.every((syllable) => /^[a-z]+$/.test(syllable)))
        .flatMap(spellings)
    : [{ full: word, initials: word.slice(0, 1) }];
  // A file of a million Latin names must not fill the memory; Han characters are few.
  if (HAN.test(word)) known.set(word, sounds);
  return sounds;
}

/** ü after l and n is typed in three ways: lv, lyu, lu. */
function spellings(syllables: readonly string[]): Sound[] {
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const full = syllables.join('');
  if (!/[ln]v/.test(full)) return [{ full, initials }];
  return ['v', 'yu', 'u'].map((spelt) => ({ full: full.replace(/([ln])v/g, `$1${spelt}`), initials }));
}

function combined(parts: readonly (readonly Sound[])[]): readonly Sound[] {
  let sounds: Sound[] = [{ full: '', initials: '' }];
  for (const part of parts) {
    sounds = sounds
      .flatMap((before) =>
        part.map((next) => ({ full: before.full + next.full, initials: before.initials + next.initials })),
      )
      .slice(0, MOST_READINGS);
  }
  return sounds.filter((sound) => sound.full !== '');
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

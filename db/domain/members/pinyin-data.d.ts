/** pinyin-pro types its door only; a test holds its data against what the door answers. */
declare module 'pinyin-pro/dist/esm/data/dict1.mjs' {
  /** `lè yuè`: the readings of one character, the commonest first. */
  const characters: { readonly get: (character: string) => string | undefined };
  export default characters;
}

declare module 'pinyin-pro/dist/esm/data/surname.mjs' {
  /** `欧阳` to `ōu yáng`. */
  const surnames: Readonly<Record<string, string>>;
  export default surnames;
}

/** The answers to one turn of a scene. */
export const CHOICES = ['a', 'b', 'c'] as const;
export type Choice = (typeof CHOICES)[number];

/** Listen, find out, act, thank, and mend: the three steps of S77 from the first word to the closing (S71). */
export const TURNS = ['turn1', 'turn2', 'turn3', 'turn4', 'turn5'] as const;
export type Turn = (typeof TURNS)[number];

/** The two scenes of S83; their words are in the locales. */
export const SCENES = ['fish_oil', 'discount'] as const;
export type Scene = (typeof SCENES)[number];

/** The right answer to each turn. */
export const RIGHT: Readonly<Record<Scene, Readonly<Record<Turn, Choice>>>> = {
  fish_oil: { turn1: 'b', turn2: 'c', turn3: 'a', turn4: 'b', turn5: 'c' },
  discount: { turn1: 'a', turn2: 'c', turn3: 'b', turn4: 'c', turn5: 'a' },
};

/** How many turns were answered rightly; `said` in the order of the turns. */
export const scoreOf = (scene: Scene, said: readonly Choice[]): number =>
  TURNS.filter((turn, at) => said[at] === RIGHT[scene][turn]).length;

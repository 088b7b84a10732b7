import type { Relation, Stage } from './words';

/** New, old and lost customers are told by their stage (S23): what each needs most are words of the screen. */
export const STAGES_OF_RELATION: Readonly<Record<Relation, readonly Stage[]>> = {
  new: ['attract', 'convert'],
  old: ['retain', 'develop'],
  lost: ['lost'],
};

const RELATION_OF_STAGE: Readonly<Record<Stage, Relation>> = {
  attract: 'new',
  convert: 'new',
  retain: 'old',
  develop: 'old',
  lost: 'lost',
};

export const relationOf = (stage: Stage): Relation => RELATION_OF_STAGE[stage];

import type { Fixed } from '../column-kinds';

export interface ToldApartTable {
  one_id: Fixed<string>;
  other_id: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

import { type Fen, fen, NO_FEN, NO_POINTS, type Points, points } from '../units';
import type { Rejection } from './rejections';

/** What an import does, or would do, group by group. */
export interface ImportGroups {
  readonly rows: number;
  readonly newMembers: number;
  /** Members who were there before and whom rows of this file mean. */
  readonly knownMembers: number;
  readonly newPurchases: number;
  /** Rows that an earlier import has brought already. */
  readonly alreadyThere: number;
  readonly refused: number;
  readonly money: Fen;
  readonly openingPoints: Points;
  readonly earnedPoints: Points;
  readonly refusedBy: { why: Rejection; rows: number; firstLine: number }[];
}

/** Counts rows as they are taken or refused. */
export class GroupCount {
  rows = 0;
  newMembers = 0;
  knownMembers = 0;
  newPurchases = 0;
  alreadyThere = 0;
  private refused = 0;
  private money: Fen = NO_FEN;
  private opening: Points = NO_POINTS;
  private earned: Points = NO_POINTS;
  private readonly by = new Map<Rejection, { rows: number; firstLine: number }>();

  refuse(why: Rejection, line: number): void {
    this.refused++;
    const known = this.by.get(why);
    if (known === undefined) this.by.set(why, { rows: 1, firstLine: line });
    else {
      known.rows++;
      // Rows are not taken in the order of the file.
      known.firstLine = Math.min(known.firstLine, line);
    }
  }

  addMoney(amount: Fen): void {
    this.money = fen(this.money + amount);
  }

  addOpening(added: Points): void {
    this.opening = points(this.opening + added);
  }

  addEarned(added: Points): void {
    this.earned = points(this.earned + added);
  }

  result(): ImportGroups {
    const { rows, newMembers, knownMembers, newPurchases, alreadyThere, refused, money } = this;
    const refusedBy = [...this.by].map(([why, found]) => ({ why, ...found })).sort((a, b) => b.rows - a.rows);
    return {
      rows,
      newMembers,
      knownMembers,
      newPurchases,
      alreadyThere,
      refused,
      money,
      openingPoints: this.opening,
      earnedPoints: this.earned,
      refusedBy,
    };
  }
}

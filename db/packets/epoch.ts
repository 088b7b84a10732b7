import { randomBytes } from 'node:crypto';
import { base32, numberOf } from '../domain/base32';

const DIGITS = 6;

/** The name of a new epoch: by chance, so that two PCs that begin from one backup have two. */
export const newEpoch = (): string => base32(numberOf(randomBytes(4)), DIGITS);

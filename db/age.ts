/** Encryption by age; loaded when it is needed: its curves take 25 ms that every start of Shuke and of a worker would pay. */
export const age = () => import('age-encryption');

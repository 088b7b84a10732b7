/** "Shuk" in ASCII: marks the file as ours to `file` and to ourselves. */
export const APPLICATION_ID = 0x5368756b;

import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';

/** What a call is told when it fails: an error of the device, a full disk, or half of a write taken. */
export const FAULTS = ['EIO', 'ENOSPC', 'short'] as const;
/** The control: a write that is taken and dropped. Nobody can keep a promise on such a disk. */
export const SILENT = 'silent';
export type Fault = (typeof FAULTS)[number] | typeof SILENT;
/** The numbers of shim/disk.c, from 1. */
const NUMBERED: readonly Fault[] = [...FAULTS, SILENT];

/** `at`: which call from now on, counted from 1; 0 = none, the calls are only counted. */
export interface Order {
  readonly fault: Fault;
  readonly at: number;
  /** All calls from that one on. */
  readonly persistent: boolean;
}

/** The kinds of calls, in their order, since it was armed: `w`rite, `t`runcate, `o`pen, `n`ame, `s`ync, `r`ead. */
export type Kinds = string;

/** `struct control` of shim/disk.c. */
const HEAD_BYTES = 20;
const BYTES = HEAD_BYTES + 65_536;

/** Tells the shim which call is to fail. Its file lies outside of the folder that fails. */
export class FaultControl {
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r+');
  }

  static make(path: string): void {
    writeFileSync(path, Buffer.alloc(BYTES));
  }

  arm({ fault, at, persistent }: Order): void {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(persistent ? 1 : 0, 4);
    head.writeUInt32LE(at === 0 ? 0xffff_ffff : at, 8);
    writeSync(this.file, head, 0, HEAD_BYTES, 0);
    head.writeUInt32LE(NUMBERED.indexOf(fault) + 1, 0);
    writeSync(this.file, head, 0, 4, 0);
  }

  /** From now on nothing fails. Answers how many calls have, and which calls there were. */
  disarm(): { readonly failed: number; readonly kinds: Kinds } {
    const whole = Buffer.alloc(BYTES);
    writeSync(this.file, whole, 0, 4, 0);
    readSync(this.file, whole, 0, BYTES, 0);
    const seen = Math.min(whole.readUInt32LE(12), BYTES - HEAD_BYTES);
    return {
      failed: whole.readUInt32LE(16),
      kinds: whole.toString('latin1', HEAD_BYTES, HEAD_BYTES + seen),
    };
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Nobody types on within this; every scanner does (rules, "Lookup"). */
export const GAP_MS = 30;
/** Shorter bursts are keys that a person pressed at once, not a code. */
const SHORTEST = 6;
/** From so many characters on it is no person: from here nothing of a burst reaches the screen. */
const SURE = 3;

/** One key, as far as a burst is concerned. */
export type Stroke =
  /** Half-width. `bound` = an input method or a date field has it, and nobody can hold it back. */
  | { readonly kind: 'character'; readonly character: string; readonly bound: boolean }
  | { readonly kind: 'enter' }
  /** A command of Shuke's that is a control code of a scanner as well: Ctrl+L is a form feed. */
  | { readonly kind: 'command' }
  /** Tab and the control codes: between, before or after the characters of a code. */
  | { readonly kind: 'control' }
  /** Keys that no code begins with: arrows, function keys, Esc. */
  | { readonly kind: 'key' }
  /** What no scanner writes: a Han character, a key that is held down. */
  | { readonly kind: 'words' };

/**
 * What becomes of a key. `pass`: a person's, and so is what was held back before it. `fall`: it goes its
 * way, but may turn out to be part of a code. `hold`: kept back until that is known. `swallow`: gone.
 */
export type Verdict = 'pass' | 'fall' | 'hold' | 'swallow' | 'scan';

interface Burst {
  readonly characters: string;
  /** Milliseconds, as the events tell them. */
  readonly last: number;
  /** Whether Tab or a control code was the last key: many scanners are set to end a code so. */
  readonly endsInControl: boolean;
  /** The code has been told; what follows at its pace belongs to it: line feeds, a second Enter. */
  readonly told: boolean;
}

/**
 * Tells a scanner from a person by the gaps between keys. A code is six or more printable characters less
 * than 30 ms apart, ended by Enter, or by Tab or a control code and silence; control codes within it count
 * for nothing. It knows neither the page nor the clock.
 */
export class BurstWatch {
  private burst: Burst | null = null;

  get isRunning(): boolean {
    return this.burst !== null;
  }

  /** The printable characters so far. */
  get characters(): string {
    return this.burst?.characters ?? '';
  }

  /** No person types like that. */
  get isSure(): boolean {
    return this.burst !== null && (this.burst.told || this.burst.characters.length >= SURE);
  }

  /** Whether a key at this moment could belong to what came before. */
  goesOn(at: number): boolean {
    const gap = this.burst === null ? GAP_MS : at - this.burst.last;
    return gap >= 0 && gap < GAP_MS;
  }

  /**
   * Silence: the characters of a code that ended in Tab or a control code, or that is a code by itself; else
   * null. A slow machine may bring the next key later than it was pressed, so what came stays in mind.
   */
  rest(isWhole: (characters: string) => boolean): string | null {
    if (this.burst === null) return null;
    const { characters, endsInControl } = this.burst;
    if (!(endsInControl && characters.length >= SHORTEST) && !isWhole(characters)) return null;
    this.burst = { ...this.burst, characters: '', told: true };
    return characters;
  }

  /** The next key belongs to something else. */
  end(): void {
    this.burst = null;
  }

  /**
   * `inText`: the character would be written into a field, where a person wants to see it at once.
   * `isDue`: a key is held back that would be a command; Tab then waits, too, and is lost if both were a person's.
   */
  press(stroke: Stroke, at: number, { inText, isDue }: { inText: boolean; isDue: boolean }): Verdict {
    const { characters, told } = this.burst ?? { characters: '', told: false };
    const { isSure } = this;
    const goOn = (part: Partial<Burst> = {}) => {
      this.burst = { characters, told, endsInControl: false, last: at, ...part };
    };
    switch (stroke.kind) {
      case 'character': {
        const isFirst = this.burst === null;
        goOn({ characters: characters + stroke.character, told: false });
        return stroke.bound || (isFirst && inText) ? 'fall' : 'hold';
      }
      case 'enter':
        if (characters.length < SHORTEST && !told) return this.isPerson();
        goOn({ characters: '', told: true });
        return told ? 'swallow' : 'scan';
      case 'command':
      case 'control':
      case 'key':
        if (this.burst === null && stroke.kind === 'key') return 'pass';
        goOn({ endsInControl: true });
        if (isSure || (isDue && stroke.kind === 'control')) return 'swallow';
        return stroke.kind === 'command' ? 'hold' : 'fall';
      case 'words':
        return this.isPerson();
    }
  }

  private isPerson(): Verdict {
    this.burst = null;
    return 'pass';
  }
}

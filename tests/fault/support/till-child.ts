import { EventEmitter, once } from 'node:events';
import type { TillOrder, TillSays } from '../children/till';
import { awaited, type Life, type Lives, livesOf } from './lives';
import type { Ack } from './till-work';

/** A till in a process of its own. */
export interface TillChild extends Life {
  /** Everything that it has said to be done; grows while it lives. */
  readonly acks: readonly Ack[];
  /** What it says that no till may say: bugs that its main has reported. */
  readonly complaints: readonly string[];
  /** Settles when the store is open (null) or is said to have a fault; rejects when it ends without a word. */
  readonly opened: Promise<string | null>;
  /** Settles when it has said so many acts to be done. */
  readonly said: (acts: number) => Promise<void>;
}

/** The tills of one suite. */
export class Tills {
  private readonly lives: Lives = livesOf('till');

  start(order: TillOrder): TillChild {
    const acks: Ack[] = [];
    const heard = new EventEmitter();
    const complaints: string[] = [];
    const opened = awaited<string | null>();
    const { ended, kill } = this.lives.begin(order, (line) => {
      const said = JSON.parse(line) as TillSays; // by children/till.ts
      if ('ack' in said) {
        acks.push(said.ack);
        heard.emit('ack');
      } else if ('reported' in said) complaints.push(...said.reported);
      else opened.resolve(said.open ? null : said.fault);
    });
    const gone = ended.then(() => {
      throw new Error('the till has ended');
    });
    gone.catch(opened.reject); // mostly it is killed when nobody waits any more
    opened.promise.catch(() => undefined); // whoever kills it at once does not ask
    return {
      ...{ acks, complaints, ended, kill, opened: opened.promise },
      said: async (acts) => {
        while (acks.length < acts) await Promise.race([once(heard, 'ack'), gone]);
      },
    };
  }

  end(): void {
    this.lives.end();
  }
}

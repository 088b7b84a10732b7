import { resolve } from 'node:path';
import { askedFor, type CommandName } from './arguments';
import { ack } from './commands/ack';
import { ingest } from './commands/ingest';
import { init } from './commands/init';
import { query } from './commands/query';
import { register } from './commands/register';
import { report } from './commands/report';
import { rules } from './commands/rules';
import { settle } from './commands/settle';
import { status } from './commands/status';
import { tidy } from './commands/tidy';
import { type Command, EXIT, type Exit, Told } from './say';
import { langOf, wordsOf } from './words';

/** The head-office reader, from the command line. Source: exchange, "The head-office reader". */

const commands: Readonly<Record<CommandName, Command>> = {
  init,
  register,
  ingest,
  status,
  ack,
  rules,
  settle,
  report,
  query,
  tidy,
};

async function main(): Promise<Exit> {
  const asked = askedFor(process.argv.slice(2));
  const { LC_ALL, LANG } = process.env;
  const words = wordsOf(langOf(asked?.options.lang, LC_ALL || LANG));
  const put = (stream: NodeJS.WriteStream, text: string) => void stream.write(`${text}\n`);
  if (asked === null) {
    put(process.stderr, words.wrongUsage);
    return EXIT.usage;
  }
  const { command, options, rest } = asked;
  if (options.help || command === null) {
    put(options.help ? process.stdout : process.stderr, words.usage);
    return options.help ? EXIT.fine : EXIT.usage;
  }
  try {
    return await commands[command]({
      rest,
      options,
      words,
      folder: resolve(options.office ?? '.'),
      now: Date.now,
      say: (line) => put(options.json ? process.stderr : process.stdout, line),
      answer: (value) => options.json && put(process.stdout, JSON.stringify(value)),
    });
  } catch (error) {
    // A bug keeps its stack: whoever runs this reads it.
    const text = error instanceof Told ? error.message : error instanceof Error ? error.stack : String(error);
    put(process.stderr, text ?? '');
    return EXIT.failed;
  }
}

process.exitCode = await main();

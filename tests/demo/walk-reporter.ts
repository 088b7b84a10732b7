import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** The terminal shows the steps of the walk and nothing of the machinery; only trouble is told in full. */
export default class WalkReporter implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { stack, message } of result.errors)
      process.stderr.write(`\n${test.title} stopped:\n${stack ?? message ?? ''}\n`);
  }

  onEnd({ status, duration }: FullResult): void {
    const seconds = (duration / 1000).toFixed(0);
    process.stdout.write(
      status === 'passed'
        ? `\nshuke: walked in ${seconds} s; pictures in out/demo/zh and out/demo/en, the export in out/demo/export\n`
        : `\nshuke: the walk did not come to its end\n`,
    );
  }
}

import { type Books, booksIn, brokenLaws, livingBooksIn } from './support/books';
import { expect, oneForAll, type Shuke, test } from './support/launch';
import { openShop, ringUp, signUp, tillOf } from './support/till';

/** Before the request, on its way, at its answer, and while the result is drawn. */
const CRASH_AFTER_MS = [0, 8, 25, 80];

/** Milliseconds between two looks; Playwright's own are up to a second apart. */
const OFTEN = { intervals: [50] };

test('power goes right after the money was taken: the sale is there after the restart', async ({
  launch,
}) => {
  const first = await launch({ hasSample: false });
  const till = await openShop(first.page);
  const { say } = till;
  const [memberId = ''] = await signUp(first.page, { name: '张三', phone: '13812348812' });
  await till.find('8812', '张三');
  await till.press('Enter');
  await till.type('256.80');
  await till.press('Enter');
  await expect(till.panel(say.purchases('result.title'))).toContainText('¥256.80');
  await kill(first);

  const again = await launch({ userData: first.userData });
  const acknowledged = { paid: 256_80, earned: 256 };
  await test.step('it is on the screen after the restart', async () => {
    const counter = tillOf(again.page);
    await counter.find('8812', '张三');
    await expect(counter.card).toContainText(String(acknowledged.earned));
    await expect(again.page.getByRole('region', { name: say.counter('history') })).toContainText('¥256.80');
  });
  await test.step('each sale whose answer has reached the window is in the file that the next death leaves', async () => {
    const answers = Array.from({ length: 15 }, () => ringUp(again.page, memberId, 1000));
    for (const { paid, earned } of await Promise.all(answers)) {
      acknowledged.paid += paid;
      acknowledged.earned += earned;
    }
    await kill(again);
    const books = booksIn(first.userData);
    expect(brokenLaws(books)).toEqual({});
    expect(books.sum('select sum(paid_fen) from purchase')).toBe(BigInt(acknowledged.paid));
    expect(books.sum('select sum(points) from points_entry')).toBe(BigInt(acknowledged.earned));
    books.close();
  });
});

test.describe('what draws dies', () => {
  /** A member and an empty counter, in a window of its own: what dies takes its Playwright page with it. */
  const shared = oneForAll(
    async ({ page }) => {
      const till = await openShop(page);
      const [memberId = ''] = await signUp(page, { name: '张三', phone: '13812348812' });
      return { till, memberId };
    },
    { hasSample: false },
  );

  test('the graphics process dies: the window is drawn by the next one, and the counter goes on', async () => {
    const { shuke, till, memberId } = shared();
    const gone = await shuke.app.evaluate(({ app }) => {
      const drawing = app.getAppMetrics().find(({ type }) => type === 'GPU');
      if (drawing !== undefined) process.kill(drawing.pid, 'SIGKILL');
      return drawing?.pid ?? null;
    });
    expect(gone, 'there was one').not.toBeNull();
    await expect
      .poll(
        () =>
          shuke.app.evaluate(
            ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null,
          ),
        OFTEN,
      )
      .not.toBe(gone);
    await ringUp(shuke.page, memberId, 5000);
    await till.find('8812', '张三');
    await expect(till.card).toContainText('张三');
    await till.press('Escape', 'Escape');
  });

  test('the page crashes over a half-typed sale, or while it is on its way, whenever that is: it is drawn again with the sale in it, which is made once, and its result is shown', async () => {
    const { shuke, till } = shared();
    const result = JSON.stringify(till.say.purchases('result.title'));
    const made = `document.body.innerText.includes(${result})`;
    const living = livingBooksIn(shuke.userData);
    const before = bookedIn(living);
    living.close();
    await till.find('8812', '张三');
    await till.press('Enter');

    await test.step('nothing was sent yet', async () => {
      await till.type('88.00');
      await kept(shuke, '88.00');
      await crash(shuke, `document.activeElement?.value === '88.00'`);
      await pressKeys(shuke, 'Enter');
      await shown(shuke, made);
    });
    const typed = `document.activeElement?.value === '50.00'`;
    for (const delay of CRASH_AFTER_MS) {
      await test.step(`${delay} ms after Enter`, async () => {
        await pressKeys(shuke, 'F2', ...'50.00');
        await kept(shuke, '50.00');
        await pressKeys(shuke, 'Enter');
        await crash(shuke, `${made} || ${typed}`, delay);
        // Its answer had not come: the same request is sent again.
        if (!(await looks(shuke, made))) await pressKeys(shuke, 'Enter');
        await shown(shuke, made);
      });
    }
    const again = CRASH_AFTER_MS.length;
    await shuke.close();
    const books = booksIn(shuke.userData);
    expect(brokenLaws(books)).toEqual({});
    expect(bookedIn(books)).toEqual({
      bills: before.bills + BigInt(1 + again),
      points: before.points + BigInt(88 + 50 * again),
    });
    books.close();
  });
});

/** Main has been told, under no request yet: that is a moment after the last key. */
const kept = (shuke: Shuke, amount: string): Promise<void> =>
  shown(
    shuke,
    `window.shuke.invoke('purchases.typed', { input: {} })
      .then(({ value }) => value?.kept.attempt === null && value.kept.typed.amount === '${amount}')`,
  );

/** Kills the page so many milliseconds from now, and waits until the next one looks as `there` says. Playwright gives a crashed page up, so main looks at it. */
async function crash(shuke: Shuke, there: string, delay = 0): Promise<void> {
  await shuke.app.evaluate(
    ({ webContents }, wait) =>
      new Promise<void>((resolve) => {
        const contents = webContents.getAllWebContents()[0];
        contents?.once('did-finish-load', () => resolve());
        setTimeout(() => contents?.forcefullyCrashRenderer(), wait);
      }),
    delay,
  );
  shuke.problems.splice(
    0,
    Number.POSITIVE_INFINITY,
    ...shuke.problems.filter((said) => said !== 'page: crashed'),
  );
  await shown(shuke, there);
}

const looks = (shuke: Shuke, there: string): Promise<boolean> =>
  shuke.app.evaluate(
    ({ webContents }, look) =>
      webContents.getAllWebContents()[0]?.executeJavaScript(look) as Promise<boolean>,
    there,
  );

const shown = (shuke: Shuke, there: string): Promise<void> =>
  expect.poll(() => looks(shuke, there), OFTEN).toBe(true);

/** Keys that main hands to the page, whichever page that is by now. */
const pressKeys = ({ app }: Shuke, ...keys: readonly string[]): Promise<void> =>
  app.evaluate(({ webContents }, pressed) => {
    const contents = webContents.getAllWebContents()[0];
    for (const keyCode of pressed) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      if (keyCode !== 'F2') contents?.sendInputEvent({ type: 'char', keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  }, keys);

const bookedIn = (books: Books) => ({
  bills: books.sum('select count(*) from purchase'),
  points: books.sum('select sum(points) from points_entry'),
});

/** As a power cut looks to the process: no handler runs, nothing is closed. */
async function kill({ app }: Shuke): Promise<void> {
  const main = app.process();
  const gone = new Promise((resolve) => main.once('exit', resolve));
  main.kill('SIGKILL');
  await gone;
}

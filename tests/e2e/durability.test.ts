import { booksIn, brokenLaws } from './support/books';
import { expect, type Shuke, test } from './support/launch';
import { ask, openShop, ringUp, signUp, tillOf } from './support/till';

test('power goes right after the money was taken: the sale is there after the restart', async ({
  launch,
}) => {
  const first = await launch();
  const till = await openShop(first.page);
  const { say } = till;
  const [memberId = ''] = await signUp(first.page, { name: '张三', phone: '13812348812' });
  await till.find('8812', '张三');
  await till.press('Enter');
  await till.type('256.80');
  await till.press('Enter');
  await expect(till.panel(say.purchases('result.title'))).toContainText('¥256.80');
  await kill(first);

  const acknowledged = { paid: 256_80, earned: 256 };
  await test.step('and each sale whose answer has reached the window, whenever main dies', async () => {
    let userData = first.userData;
    for (let round = 1; round <= 2; round += 1) {
      const shuke = await launch({ userData });
      const answers = Array.from({ length: 5 * round }, () => ringUp(shuke.page, memberId, 1000));
      for (const { paid, earned } of await Promise.all(answers)) {
        acknowledged.paid += paid;
        acknowledged.earned += earned;
      }
      await kill(shuke);
      userData = shuke.userData;
    }
  });

  const again = await launch({ userData: first.userData });
  const counter = tillOf(again.page);
  await counter.find('8812', '张三');
  await expect(counter.card).toContainText(String(acknowledged.earned));
  await expect(again.page.getByRole('region', { name: say.counter('history') })).toContainText('¥256.80');
  const { points } = await ask<{ points: number }>(again.page, 'members.card', { memberId });
  expect(points).toBe(acknowledged.earned);
  await again.close();
  const books = booksIn(first.userData);
  expect(brokenLaws(books)).toEqual({});
  expect(books.sum('select sum(paid_fen) from purchase')).toBe(BigInt(acknowledged.paid));
  books.close();
});

test('the page crashes: main and the store go on, and the page is drawn again', async ({ launch }) => {
  const shuke = await launch();
  const till = await openShop(shuke.page);
  const [memberId = ''] = await signUp(shuke.page, { name: '张三', phone: '13812348812' });
  await ringUp(shuke.page, memberId, 5000);
  const drawn = await shuke.app.evaluate(
    ({ webContents }, label) =>
      new Promise<boolean>((resolve) => {
        const contents = webContents.getAllWebContents()[0];
        contents?.once('did-finish-load', () => {
          // Playwright gives a crashed page up, so main looks at it.
          const look = `document.activeElement?.getAttribute('aria-label') === ${JSON.stringify(label)}`;
          const again = () =>
            contents
              .executeJavaScript(look)
              .then((there) => (there === true ? resolve(true) : setTimeout(again, 50)));
          void again();
        });
        contents?.forcefullyCrashRenderer();
      }),
    till.say.members('box.label'),
  );
  expect(drawn).toBe(true);
  shuke.problems.splice(
    0,
    Number.POSITIVE_INFINITY,
    ...shuke.problems.filter((said) => said !== 'page: crashed'),
  );
  await shuke.close();
  const books = booksIn(shuke.userData);
  expect(brokenLaws(books)).toEqual({});
  expect(books.sum('select sum(points) from points_entry')).toBe(50n);
  books.close();
});

/** As a power cut looks to the process: no handler runs, nothing is closed. */
async function kill({ app }: Shuke): Promise<void> {
  const main = app.process();
  const gone = new Promise((resolve) => main.once('exit', resolve));
  main.kill('SIGKILL');
  await gone;
}

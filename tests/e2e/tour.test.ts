import type { Station } from '@renderer/features/tour/stations';
import { expect, test } from './support/launch';
import { openShop, tillOf } from './support/till';

test('the first store brings a tour that goes on as one does what it tells, takes no key, and comes once', async ({
  launch,
}) => {
  const shuke = await launch({ takesTour: true, hasSample: false });
  const till = await openShop(shuke.page);
  const { page, press, say, type } = till;
  const tour = page.getByRole('complementary', { name: say.tour('tourName') });
  const tells = (station: Station['id']) =>
    expect(tour.getByRole('status')).toContainText(say.tour(`station.${station}.title`));

  await tells('box');
  await expect(till.box).toBeFocused();
  await type('13812348812');
  await tells('card');
  await press('F1');
  await expect(till.panel(say.members('signUp.title'))).toBeVisible();
  await expect(page.getByLabel(say.members('field.name'))).toBeFocused();
  await type('张三');
  await press('Enter');
  await expect(page.getByLabel(say.members('consent.personalData'))).toBeFocused();
  await press('Space', 'Enter');
  await tells('act');
  await expect(till.box).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel(say.purchases('sale.amount'))).toBeFocused();
  await type('45');
  await tells('complaint');
  await press('Enter');
  await expect(page.getByText(say.purchases('result.earned', { points: '+45' }))).toBeVisible();
  await press('F5');
  await tells('help');
  await press('Alt+n');
  await tells('office');
  await press('Control+9');
  await expect(tour).toBeHidden();
  await shuke.close();

  const again = await launch({ userData: shuke.userData });
  await expect(tillOf(again.page).box).toBeFocused();
  await expect(again.page.getByRole('complementary', { name: say.tour('tourName') })).toBeHidden();
});

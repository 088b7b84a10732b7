import { expect } from '../e2e/support/launch';
import { ask, type Till } from '../e2e/support/till';

type Take = (name: string, words: string) => Promise<void>;

/** Care within its budget, what customers say, and the handbook. */
export async function careAndAsk(
  till: Till,
  { tail, name }: { tail: string; name: string },
  take: Take,
): Promise<void> {
  await care(till, take);
  await survey(till, tail, name, take);
  await handbook(till, take);
}

async function care({ page, say, press }: Till, take: Take): Promise<void> {
  await endQuietHours(page);
  await press('Control+4');
  await expect(page.getByText(say.care('task.toMember')).first()).toBeVisible({ timeout: 60_000 });
  await take('care', 'today’s care: whom, why, what is known, what may still be said this month');
  await press('F4');
  await expect(page.getByText(say.care('contact.phone'))).toBeVisible();
  await take('care-called', 'a call: counted first, then the number; its outcome by one key');
  await press('Alt+s');
  await expect(page.getByRole('group', { name: say.surveys('question.satisfaction') })).toBeVisible();
  await press('5', '9');
  await take('care-rating', 'a rating in the call: two keys, and back to its outcome');
  await press('Enter');
  await expect(page.getByRole('radio', { name: say.care('outcome.reached') })).toBeFocused();
  await press('1', 'Control+Enter');
  await expect(page.getByText(say.care('contact.phone'))).toBeHidden();
  await press('Alt+2');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await take('care-lists', 'a list for SMS or WeCom: who is on it, who is held back and why');
  await press('Alt+3');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await take('care-events', 'an event with its guests');
  await press('Alt+4');
  await expect(page.getByText(say.care('results.bought'))).toBeVisible();
  await take('care-results', 'what care achieves, against those whom the lot left out');
}

/** Whatever the hour at which the demo runs. */
async function endQuietHours(page: Till['page']): Promise<void> {
  const { latest, rules } = await ask<{ latest: number; rules: { care: object } }>(page, 'settings.rules');
  const awake = { ...rules, care: { ...rules.care, quiet: { from: 0, to: 0 } } };
  await ask(page, 'settings.changeRules', { basedOn: latest, rules: awake, effectiveFrom: null });
}

async function survey(till: Till, tail: string, name: string, take: Take): Promise<void> {
  const { page, say, press, box } = till;
  await press('Control+1');
  await expect(box).toBeFocused();
  await press('Escape', 'Escape', 'Escape');
  await till.find(tail, name);
  await press('Alt+k');
  await expect(till.panel(say.care('panel.title'))).toBeVisible();
  await take('care-of-member', 'every touch with a member, and what is still to be done for them');
  await press('Escape', 'F6');
  await expect(till.panel(say.surveys('ask.of', { name }))).toBeVisible();
  await press('2', '3');
  await take('survey', 'a survey in two keys, ten seconds');
  await press('Enter');
  await expect(page.getByText(say.surveys('said.low'))).toBeVisible();
  await take('survey-low', 'a low score offers a complaint at once');
  await press('Escape', 'Control+5');
  await expect(page.getByText(say.surveys('results.question'))).toBeVisible();
  await take('surveys', 'what customers say, beside the targets, with how sure it is');
}

async function handbook({ page, say, press }: Till, take: Take): Promise<void> {
  await press('Control+8');
  await expect(page.getByRole('tab', { name: say.handbook('page.reception') })).toBeVisible();
  await take('handbook', 'the service handbook');
  await page.getByRole('tab', { name: say.handbook('page.levels') }).click();
  await expect(page.getByRole('heading', { name: say.handbook('levels.place') })).toBeVisible();
  await take('handbook-levels', 'the six service levels, and where everybody stands');
}

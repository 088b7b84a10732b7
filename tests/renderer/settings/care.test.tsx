import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import { atPart, field, freshSettings, put, refusesToSave, s, saved } from './at-settings';

freshSettings();

describe('S58 S59 how often a customer is contacted', () => {
  it('is said in a sentence that follows the typing', async () => {
    const opened = await atPart('care');
    const { user } = opened;
    screen.getByText('每位会员每月最多联系 2 次；连续 3 次没有回应，就减为每月 1 次，直到有一次回应。');
    screen.getByText('21:00 到 09:00 不打扰任何人。');
    await put(user, field('field.care.budget.perMonth'), '3');
    await put(user, field('field.care.quiet.from'), '20:30');
    screen.getByText('每位会员每月最多联系 3 次；连续 3 次没有回应，就减为每月 1 次，直到有一次回应。');
    screen.getByText('20:30 到 09:00 不打扰任何人。');
    expect((await saved(opened)).care).toMatchObject({
      budget: { perMonth: 3, lowered: 1, afterUnanswered: 3 },
      quiet: { from: 1230, to: 540 },
    });
  });

  it('those who do not answer hear from the shop no more than the others', async () => {
    const opened = await atPart('care');
    await put(opened.user, field('field.care.budget.lowered'), '3');
    screen.getByText(s('problem.care_budget'));
    screen.getByText(s('example.waits'));
    await refusesToSave(opened);
  });

  it('a time that is none is refused with how to write it; equal times mean no quiet hours, and say so', async () => {
    const opened = await atPart('care');
    const { user } = opened;
    await put(user, field('field.care.quiet.from'), '25:00');
    screen.getByText(s('problem.not_clock'));
    await refusesToSave(opened);
    await put(user, field('field.care.quiet.from'), '9');
    screen.getByText(s('care.example_no_quiet'));
  });
});

describe('what comes up by itself', () => {
  it('S04 a kind is switched off and the days are set; dormant is 60 to 90 of them', async () => {
    const opened = await atPart('care');
    const { user } = opened;
    await put(user, field('field.care.dormantDays'), '45');
    screen.getByText(s('problem.out_of_range', { min: '60', max: '90' }));
    await refusesToSave(opened);
    await put(user, field('field.care.dormantDays'), '75');
    await user.click(screen.getByRole('checkbox', { name: words('care:kind.dormant') }));
    await put(user, field('field.care.nurtureDays'), '14，3');
    await put(user, field('field.care.birthdayDays'), '5');
    expect((await saved(opened)).care).toMatchObject({
      off: ['dormant'],
      nurtureDays: [3, 14],
      birthdayDays: 5,
      dormantDays: 75,
    });
  });

  it('S46 a festival is added by its lunar day, with the gift; one is removed, one switched off', async () => {
    const opened = await atPart('care');
    const { user } = opened;
    const festival = (name: string) => within(screen.getByRole('group', { name }));
    await user.click(festival('元旦').getByRole('button', { name: s('festivals.remove') }));
    await user.click(festival('春节').getByRole('checkbox', { name: s('festivals.active') }));
    await user.click(screen.getByRole('button', { name: s('festivals.add') }));
    await waitFor(() =>
      expect(document.activeElement).toBe(festival(s('festivals.new')).getByLabelText(s('festivals.name'))),
    );
    await user.keyboard('重阳');
    const added = festival('重阳');
    await user.selectOptions(added.getByLabelText(s('festivals.calendar')), s('festivals.by.lunar'));
    await put(user, added.getByLabelText(s('festivals.month')), '9');
    await put(user, added.getByLabelText(s('festivals.day')), '31');
    added.getByText(s('problem.festival_day'));
    await put(user, added.getByLabelText(s('festivals.day')), '9');
    await put(user, added.getByLabelText(s('festivals.gift')), '重阳糕');
    const { festivals } = (await saved(opened)).care;
    expect(festivals.map(({ name, active }) => [name, active])).toEqual([
      ['春节', false],
      ['端午', false],
      ['中秋', true],
      ['重阳', true],
    ]);
    expect(festivals.at(-1)).toMatchObject({
      ...{ calendar: 'lunar', month: 9, day: 9, daysBefore: 2, gift: '重阳糕' },
    });
    expect(festivals[1]).toEqual(DEFAULT_RULES.care.festivals[2]);
  });
});

import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atPart, field, freshSettings, put, refusesToSave, s, saved } from './at-settings';

freshSettings();

describe('rules, Staff: lock, PINs and four eyes', () => {
  it('the lock comes after 1 to 60 idle minutes, a new PIN has 4 to 8 digits', async () => {
    const opened = await atPart('staff');
    await put(opened.user, field('field.staff.lockMinutes'), '61');
    screen.getByText(s('problem.out_of_range', { min: '1', max: '60' }));
    await refusesToSave(opened);
    await put(opened.user, field('field.staff.lockMinutes'), '15');
    await put(opened.user, field('field.staff.pinDigits'), '3');
    screen.getByText(s('problem.out_of_range', { min: '4', max: '8' }));
    await put(opened.user, field('field.staff.pinDigits'), '4');
    expect((await saved(opened)).staff).toMatchObject({ lockMinutes: 15, pinDigits: 4 });
  });

  it('above the owner’s limits two people stand for a gift; 0 asks never', async () => {
    const opened = await atPart('staff');
    await put(opened.user, field('field.staff.fourEyes.points'), '0');
    await put(opened.user, field('field.staff.fourEyes.money'), '99.50');
    expect((await saved(opened)).staff.fourEyes).toEqual({ points: 0, money: 99_50 });
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import { atPart, field, freshSettings, put, refusesToSave, s, saved } from './at-settings';

freshSettings();

const nameOf = (word: string) => screen.getByLabelText<HTMLInputElement>(s('leaf.name', { name: word }));

describe('surveys', () => {
  it('S85 targets are percent', async () => {
    const opened = await atPart('surveys');
    await put(opened.user, field('field.surveys.targets.satisfaction'), '101');
    screen.getByText(s('problem.out_of_range', { min: '0', max: '100' }));
    await refusesToSave(opened);
    await put(opened.user, field('field.surveys.targets.satisfaction'), '95');
    await put(opened.user, field('field.surveys.pauseDays'), '14');
    expect((await saved(opened)).surveys).toMatchObject({
      targets: { satisfaction: 95, loyalty: 80, wordOfMouth: 100 },
      pauseDays: 14,
    });
  });

  it('S88 what is scored is renamed, switched off and added; a new one may be dropped again', async () => {
    const opened = await atPart('surveys');
    const { user } = opened;
    const exceeding = within(screen.getByRole('group', { name: words('surveys:group.exceeding') }));
    await put(user, nameOf('商品齐全'), '菜品齐全');
    await user.click(screen.getByRole('checkbox', { name: s('leaf.active', { name: '价格公道' }) }));
    await user.click(exceeding.getByRole('button', { name: s('dimensions.add') }));
    await waitFor(() => expect(document.activeElement).toBe(nameOf(s('leaf.new'))));
    screen.getByText(s('problem.dimension_name'));
    await user.keyboard('上菜比说的快');
    await user.click(exceeding.getByRole('button', { name: s('dimensions.add') }));
    await user.click(screen.getByRole('button', { name: s('leaf.drop', { name: s('leaf.new') }) }));
    const { dimensions } = (await saved(opened)).surveys;
    expect(dimensions[0]).toEqual({ id: 'range', group: 'expected', name: '菜品齐全', active: true });
    expect(dimensions.filter(({ active }) => !active).map(({ id }) => id)).toEqual(['price']);
    expect(dimensions.at(-1)).toMatchObject({ group: 'exceeding', name: '上菜比说的快', active: true });
    expect(dimensions).toHaveLength(12);
  });
});

describe('S94 time bands', () => {
  const band = (name: string) => within(screen.getByRole('group', { name }));

  it('one is added with its hint; it may not overlap another', async () => {
    const opened = await atPart('bands');
    const { user } = opened;
    await user.click(screen.getByRole('button', { name: s('bands.add') }));
    const added = band(s('bands.new'));
    await waitFor(() => expect(document.activeElement).toBe(added.getByLabelText(s('bands.from'))));
    await user.keyboard('20：00');
    added.getByText(s('problem.not_clock'));
    await put(user, added.getByLabelText(s('bands.to')), '19');
    await put(user, added.getByLabelText(s('bands.hint')), '提醒打烊时间');
    band('提醒打烊时间').getByText(s('problem.band_span'));
    await refusesToSave(opened);
    await put(user, band('提醒打烊时间').getByLabelText(s('bands.to')), '24:00');
    const { timeBands } = await saved(opened);
    expect(timeBands).toHaveLength(4);
    expect(timeBands[3]).toMatchObject({ from: 1200, to: 1440, hint: '提醒打烊时间' });
  });

  it('all of them may go', async () => {
    const opened = await atPart('bands');
    const remove = () => screen.getAllByRole('button', { name: s('bands.remove') })[0] ?? document.body;
    for (let left = 3; left > 0; left -= 1) await opened.user.click(remove());
    screen.getByText(s('bands.none'));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: s('bands.add') })),
    );
    expect((await saved(opened)).timeBands).toEqual([]);
  });
});

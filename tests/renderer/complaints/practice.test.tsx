import { CHOICES, RIGHT, SCENES, scoreOf, TURNS } from '@renderer/features/complaints/practice-cases';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import { atDesk } from './desk';
import { page } from './shop';

async function practising(scene: (typeof SCENES)[number]) {
  const opened = await atDesk({ 'complaints.list': () => page() });
  await opened.user.click(await screen.findByRole('button', { name: words('complaints:board.to_practice') }));
  await screen.findByRole('heading', { name: words('complaints:practice.title') });
  await opened.user.keyboard(`{${scene === 'fish_oil' ? 'F2' : 'F3'}}`);
  return opened;
}
const digitOf = (choice: (typeof CHOICES)[number]) => String(CHOICES.indexOf(choice) + 1);

describe('S83 practice', () => {
  it.each(SCENES)(
    '%s is walked through by digits and Enter; the score and the right way stand at the end',
    async (scene) => {
      const { bridge, user } = await practising(scene);
      const before = bridge.calls.length;
      for (const turn of TURNS) {
        await screen.findByText(words(`complaints:practice.${scene}.${turn}.says`));
        await user.keyboard(digitOf(RIGHT[scene][turn]));
        await screen.findByText(words('complaints:practice.right'));
        await user.keyboard('{Enter}');
      }
      await screen.findByText(words('complaints:practice.score', { right: 5, of: 5 }));
      const way = screen.getByRole('region', { name: words('complaints:practice.right_way') });
      expect(within(way).getAllByRole('img', { name: words('complaints:practice.right') })).toHaveLength(5);
      expect(bridge.calls.slice(before), 'nothing is asked of the store, and nothing written').toEqual([]);
    },
  );

  it('a wrong answer says why, by what was said, and counts as wrong', async () => {
    const { user } = await practising('fish_oil');
    await screen.findByText(words('complaints:practice.fish_oil.turn1.says'));
    await user.keyboard('1');
    await screen.findByText(words('complaints:practice.wrong'));
    await screen.findByText(words('complaints:practice.fish_oil.turn1.why_a'), { exact: false });
    await user.keyboard('{Enter}');
    for (const turn of TURNS.slice(1)) {
      await screen.findByText(words(`complaints:practice.fish_oil.${turn}.says`));
      await user.keyboard(`${digitOf(RIGHT.fish_oil[turn])}{Enter}`);
    }
    await screen.findByText(words('complaints:practice.score', { right: 4, of: 5 }));
  });

  it('the arrows only look: nothing is said before Enter', async () => {
    const { user } = await practising('discount');
    await screen.findByText(words('complaints:practice.discount.turn1.says'));
    await user.keyboard(' {ArrowDown}');
    expect(screen.queryByText(words('complaints:practice.right'))).toBeNull();
    expect(screen.queryByText(words('complaints:practice.wrong'))).toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByText(words('complaints:practice.wrong'));
  });

  it('the right answer is not always at the same place', () => {
    for (const scene of SCENES) expect(new Set(TURNS.map((turn) => RIGHT[scene][turn])).size).toBe(3);
    expect(
      scoreOf(
        'fish_oil',
        TURNS.map(() => 'a'),
      ),
    ).toBe(1);
  });
});

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../../lib/function-keys';
import { type Choice, SCENES, type Scene, TURNS } from '../../practice-cases';
import classes from './practice.module.css';
import { PracticeEnd } from './practice-end';
import { PracticeStart } from './practice-start';
import { PracticeTurn } from './practice-turn';

interface Run {
  readonly scene: Scene;
  /** What was said so far, turn by turn. */
  readonly said: readonly Choice[];
  /** The run before this one is over: the parts start afresh. */
  readonly round: number;
}

const KEYS = { fish_oil: 'F2', discount: 'F3' } as const satisfies Readonly<Record<Scene, string>>;

/** The two scenes of S83 as they go: nothing of it is written into the store. */
export function Practice() {
  const { t } = useTranslation('complaints');
  const [run, setRun] = useState<Run | null>(null);
  const begin = (scene: Scene) => setRun((last) => ({ scene, said: [], round: (last?.round ?? 0) + 1 }));
  useFunctionKeys(
    SCENES.map((scene) => ({
      key: KEYS[scene],
      word: t(`practice.${scene}.title`),
      run: () => begin(scene),
      active: run?.scene === scene,
    })),
  );
  if (run === null) return <PracticeStart keys={KEYS} onStart={begin} />;
  const { scene, said, round } = run;
  const turn = TURNS[said.length];
  const say = (choice: Choice) => setRun({ ...run, said: [...said, choice] });
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{t(`practice.${scene}.title`)}</h2>
      {turn === undefined ? (
        <PracticeEnd
          scene={scene}
          said={said}
          onAgain={() => begin(scene)}
          onOther={() => begin(scene === 'fish_oil' ? 'discount' : 'fish_oil')}
        />
      ) : (
        <PracticeTurn key={`${round} ${turn}`} scene={scene} turn={turn} onSaid={say} />
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFunctionPress } from '../../../lib/use-function-press';
import { AfterAMoment } from '../../../ui/awaited';
import { KeyCap } from '../../../ui/key-cap';
import { NotDone } from '../../../ui/not-done';
import { useEnterPractice } from '../use-enter-practice';

interface BeginPracticeProps {
  /** The key that begins it where this stands; none where its neighbours' keys are tried out. */
  readonly cap?: string | null;
  /** What lies over the shop goes first. */
  readonly onBegin?: () => void;
}

/** To practice, from wherever it is offered. */
export function BeginPractice({ cap = null, onBegin }: BeginPracticeProps) {
  const { t } = useTranslation(['practice', 'settings']);
  const { run, now, isAlready } = useEnterPractice();
  const begin = async () => {
    if (now.state === 'busy') return;
    await run();
    onBegin?.();
  };
  useFunctionPress(cap, () => void begin());
  return (
    <>
      <Button
        variant="default"
        loading={now.state === 'busy'}
        onClick={() => void begin()}
        rightSection={cap === null ? null : <KeyCap>{cap}</KeyCap>}
      >
        {t(isAlready ? 'startOver' : 'beginIt')}
      </Button>
      {now.state === 'busy' ? (
        <AfterAMoment>
          <span role="status" className="quiet">
            {t('making')}
          </span>
        </AfterAMoment>
      ) : null}
      <NotDone
        of={now}
        words={({ params: { fault } }) =>
          `${t(`settings:fault.${fault}.title`)} ${t(`settings:fault.${fault}.do`)}`
        }
      />
    </>
  );
}

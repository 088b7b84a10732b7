import type { Period } from '@domain/calendar/period';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import { useAnswers } from '../api';
import classes from './answers-part.module.css';
import { AnswersTable } from './answers-table';

interface AnswersPartProps {
  readonly period: Period;
  readonly lowOnly: boolean;
  readonly onOpenMember: (memberId: string) => void;
}

const PAGE = 50;

/** What was said, newest first; at first only the low answers, for these are to be looked at. */
export function AnswersPart({ period, lowOnly, onOpenMember }: AnswersPartProps) {
  const { t } = useTranslation('surveys');
  const [offset, setOffset] = useState(0);
  const answers = useAnswers({ ...period, lowOnly, offset, limit: PAGE });
  const total = answers.data?.total ?? 0;
  const turn = (step: number) =>
    setOffset((at) => (at + step * PAGE < Math.max(1, total) ? Math.max(0, at + step * PAGE) : at));
  useHotkeys(
    [
      ['alt+ArrowLeft', () => turn(-1)],
      ['alt+ArrowRight', () => turn(1)],
    ],
    [],
  );
  return (
    <Awaited
      of={answers}
      skeleton={<Bones rows={10} height={36} />}
      isEmpty={(page) => page.total === 0}
      empty={<p className={classes.empty}>{t(lowOnly ? 'answers.noneLow' : 'answers.none')}</p>}
    >
      {({ rows }) => (
        <>
          <AnswersTable rows={rows} onOpenMember={onOpenMember} />
          <div className={classes.foot}>
            <span className="quiet numbers">
              {t('answers.shown', {
                from: whole(offset + 1),
                to: whole(offset + rows.length),
                total: whole(total),
              })}
            </span>
            <span className="quiet">
              <KeyCap spoken>Enter</KeyCap> {t('answers.open')}
            </span>
            {total <= PAGE ? null : (
              <>
                <KeyButton
                  cap="Alt+←"
                  variant="default"
                  size="compact-sm"
                  disabled={offset === 0}
                  onClick={() => turn(-1)}
                >
                  {t('answers.newer')}
                </KeyButton>
                <KeyButton
                  cap="Alt+→"
                  variant="default"
                  size="compact-sm"
                  disabled={offset + PAGE >= total}
                  onClick={() => turn(1)}
                >
                  {t('answers.older')}
                </KeyButton>
              </>
            )}
          </div>
        </>
      )}
    </Awaited>
  );
}

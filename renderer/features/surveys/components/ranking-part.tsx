import type { Period } from '@domain/calendar/period';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Why } from '../../../ui/why';
import { useRanking } from '../api';
import classes from './ranking-part.module.css';
import { RankingTable } from './ranking-table';
import { StaffNotes } from './staff-notes';

interface RankingPartProps {
  readonly period: Period;
  /** Where a new note is written. */
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

/** Per member of staff: sales, satisfaction, who came back, complaints (S86); notes of whoever is chosen (S87). */
export function RankingPart({ period, noteRef }: RankingPartProps) {
  const { t } = useTranslation('surveys');
  const [chosenId, setChosenId] = useState<string | null>(null);
  return (
    <Awaited
      of={useRanking(period)}
      skeleton={<Bones rows={6} height={48} />}
      isEmpty={(staff) => staff.length === 0}
      empty={<p className={classes.quiet}>{t('ranking.none')}</p>}
    >
      {(staff) => {
        const chosen = staff.find(({ staffId }) => staffId === chosenId) ?? staff[0];
        return (
          <div className={classes.part} data-paper="">
            <section aria-label={t('ranking.question')}>
              <h2 className={classes.question}>
                <Why title={t('ranking.question')} content={() => <RankingRule />}>
                  {t('ranking.question')}
                </Why>
              </h2>
              <RankingTable staff={staff} chosenId={chosen?.staffId ?? null} onChoose={setChosenId} />
            </section>
            {chosen === undefined ? null : (
              <StaffNotes key={chosen.staffId} staff={chosen} noteRef={noteRef} />
            )}
          </div>
        );
      }}
    </Awaited>
  );
}

const RULES = ['order', 'satisfaction', 'repurchase', 'on_time', 'about'] as const;

/** How each column is counted. */
function RankingRule() {
  const { t } = useTranslation('surveys');
  return (
    <>
      {RULES.map((rule) => (
        <p key={rule} className={classes.quiet}>
          {t(`ranking.rule_${rule}`)}
        </p>
      ))}
    </>
  );
}

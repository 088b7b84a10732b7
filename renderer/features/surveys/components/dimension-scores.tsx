import { shownDimensions } from '@domain/surveys/shown';
import type { Dimension, DimensionGroup } from '@domain/surveys/survey';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { useRules } from '../api';
import { type SurveyDraft, withScore } from '../survey-draft';
import { ONE_TO_FIVE, ScoreRow } from './score-row';
import classes from './survey-panel.module.css';

interface DimensionScoresProps {
  readonly draft: SurveyDraft;
  readonly onScored: (scores: Pick<SurveyDraft, 'dimensions'>) => void;
}

const GROUPS: readonly DimensionGroup[] = ['expected', 'exceeding'];

/** What may be scored apart (S88): three of them each day, the others one key away. */
export function DimensionScores({ draft, onScored }: DimensionScoresProps) {
  const { t } = useTranslation('surveys');
  const { today } = useFormat();
  const { data: inForce } = useRules();
  const [all, setAll] = useState(false);
  useHotkeys([['alt+M', () => setAll((shown) => !shown), { usePhysicalKeys: true }]], []);
  if (inForce === undefined) return null;
  const active = inForce.rules.surveys.dimensions.filter((dimension) => dimension.active);
  const few = shownDimensions(active, today);
  if (active.length === 0) return null;
  const rest = active.length - few.length;
  return (
    <section className={classes.more} aria-label={t('ask.dimensions')}>
      <div className={classes.moreHead}>
        <h3 className={classes.group}>{t('ask.dimensions')}</h3>
        {rest === 0 ? null : (
          <KeyButton
            cap="Alt+M"
            size="compact-xs"
            variant="subtle"
            aria-expanded={all}
            aria-keyshortcuts="Alt+M"
            onClick={() => setAll(!all)}
          >
            {all ? t('ask.fewer') : t('ask.more', { count: rest })}
          </KeyButton>
        )}
      </div>
      {all
        ? GROUPS.map((group) => (
            <div key={group} className={classes.more}>
              <h4 className={classes.group}>{t(`group.${group}`)}</h4>
              {rows(active.filter((dimension) => dimension.group === group))}
            </div>
          ))
        : rows(few)}
    </section>
  );

  function rows(dimensions: readonly Dimension[]) {
    return dimensions.map((dimension) => (
      <DimensionRow key={dimension.id} dimension={dimension} draft={draft} onScored={onScored} />
    ));
  }
}

function DimensionRow({
  dimension,
  draft,
  onScored,
}: DimensionScoresProps & { readonly dimension: Dimension }) {
  const { t } = useTranslation('surveys');
  const nameOf = useDimensionName();
  return (
    <ScoreRow
      label={nameOf(dimension)}
      scores={ONE_TO_FIVE}
      words={ONE_TO_FIVE.map((score) => t(`score.${score}`))}
      looks="small"
      value={draft.dimensions[dimension.id] ?? null}
      onChange={(score) => onScored(withScore(draft, dimension.id, score))}
    />
  );
}

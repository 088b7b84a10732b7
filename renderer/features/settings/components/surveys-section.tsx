import type { Dimension, DimensionGroup } from '@domain/surveys/survey';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { withItem, withoutItem } from '../draft/service';
import { useIsNew } from '../use-is-new';
import { useListFocus } from '../use-list-focus';
import { useEdit } from '../use-rules-edit';
import { LeafLine } from './leaf-line';
import classes from './leaves.module.css';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

const GROUPS = ['expected', 'exceeding'] as const;

/** Targets (S85), how often anybody is asked, and what a survey asks about (S88). */
export function SurveysSection() {
  const { t } = useTranslation('settings');
  return (
    <>
      <Section title={t('surveys.title')} about={t('surveys.about')}>
        <Fields>
          <RuleField at="surveys.targets.satisfaction" />
          <RuleField at="surveys.targets.loyalty" />
          <RuleField at="surveys.targets.wordOfMouth" />
        </Fields>
        <Fields>
          <RuleField at="surveys.pauseDays" />
        </Fields>
      </Section>
      <Dimensions />
    </>
  );
}

function Dimensions() {
  const { t } = useTranslation(['settings', 'surveys']);
  const { draft, put, problems } = useEdit();
  const wordOf = useDimensionName();
  const isNew = useIsNew(({ surveys }) => surveys.dimensions);
  const { list, focusSoon } = useListFocus();
  const add = (group: DimensionGroup) => {
    const dimension: Dimension = { id: crypto.randomUUID(), group, name: '', active: true };
    put({ dimensions: [...draft.dimensions, dimension] });
    focusSoon(`[data-leaf="${dimension.id}"] input[type=text]`);
  };
  const drop = ({ id, group }: Dimension) => {
    put({ dimensions: withoutItem(draft.dimensions, id) });
    focusSoon(`[data-add="${group}"]`);
  };
  return (
    <Section title={t('dimensions.title')} about={t('dimensions.about')}>
      <div ref={list} className={classes.groups}>
        {GROUPS.map((group) => (
          <fieldset key={group} className={classes.group} aria-label={t(`surveys:group.${group}`)}>
            <h3 className={classes.head}>{t(`surveys:group.${group}`)}</h3>
            {draft.dimensions
              .filter((one) => one.group === group)
              .map((one) => (
                <LeafLine
                  key={one.id}
                  leaf={one}
                  word={wordOf({ id: one.id, name: '' })}
                  problem={problems[`surveys.dimensions.${one.id}.name`]}
                  onChange={(changed) => put({ dimensions: withItem(draft.dimensions, changed) })}
                  onDrop={isNew(one.id) ? () => drop(one) : null}
                />
              ))}
            <Button data-add={group} variant="default" size="compact-sm" onClick={() => add(group)}>
              {t('dimensions.add')}
            </Button>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}

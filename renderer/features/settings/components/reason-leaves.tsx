import { REASON_GROUPS, type ReasonGroup, type ReasonLeaf } from '@domain/complaints/reasons';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonWord } from '../../../lib/reason-words';
import { withItem, withoutItem } from '../draft/service';
import { useIsNew } from '../use-is-new';
import { useListFocus } from '../use-list-focus';
import { useEdit } from '../use-rules-edit';
import { useProblemWords } from '../use-words';
import { LeafLine } from './leaf-line';
import classes from './leaves.module.css';
import { Section } from './section';

/** The reason tree (S72-S75): four fixed groups, whose leaves the owner names, adds and switches off. */
export function ReasonLeaves() {
  const { t } = useTranslation(['settings', 'complaints']);
  const { draft, put, problems } = useEdit();
  const say = useProblemWords();
  const wordOf = useReasonWord();
  const isNew = useIsNew(({ complaints }) => complaints.reasons);
  const { list, focusSoon } = useListFocus();
  const wrong = say(problems['complaints.reasons']);
  const add = (group: ReasonGroup) => {
    const leaf: ReasonLeaf = { id: crypto.randomUUID(), group, name: '', active: true };
    put({ reasons: [...draft.reasons, leaf] });
    focusSoon(`[data-leaf="${leaf.id}"] input[type=text]`);
  };
  const drop = ({ id, group }: ReasonLeaf) => {
    put({ reasons: withoutItem(draft.reasons, id) });
    focusSoon(`[data-add="${group}"]`);
  };
  return (
    <Section title={t('reasons.title')} about={t('reasons.about')}>
      {wrong === null ? null : (
        <p role="alert" className="danger">
          {wrong}
        </p>
      )}
      <div ref={list} className={classes.groups}>
        {REASON_GROUPS.map((group) => (
          <fieldset key={group} className={classes.group} aria-label={t(`complaints:group.${group}`)}>
            <h3 className={classes.head}>{t(`complaints:group.${group}`)}</h3>
            {draft.reasons
              .filter((leaf) => leaf.group === group)
              .map((leaf) => (
                <LeafLine
                  key={leaf.id}
                  leaf={leaf}
                  // Without a word of the sources the hook has nothing but the id.
                  word={wordOf(leaf.id, '') === leaf.id ? '' : wordOf(leaf.id, '')}
                  problem={problems[`complaints.reasons.${leaf.id}.name`]}
                  onChange={(changed) => put({ reasons: withItem(draft.reasons, changed) })}
                  onDrop={isNew(leaf.id) ? () => drop(leaf) : null}
                />
              ))}
            <Button data-add={group} variant="default" size="compact-sm" onClick={() => add(group)}>
              {t('reasons.add')}
            </Button>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}

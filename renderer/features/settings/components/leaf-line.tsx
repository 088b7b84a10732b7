import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../draft/problem';
import { Field } from './field';
import classes from './leaves.module.css';

/** What a reason and a dimension have in common. */
interface Leaf {
  readonly id: string;
  /** The owner's word; empty = the usual one. */
  readonly name: string;
  readonly active: boolean;
}

interface LeafLineProps<L extends Leaf> {
  readonly leaf: L;
  /** The usual word in the language of the screen; empty for one of the owner's own. */
  readonly word: string;
  readonly problem: Problem | undefined;
  readonly onChange: (leaf: L) => void;
  /** Takes a new one away again; null for one that was saved, which is switched off instead. */
  readonly onDrop: (() => void) | null;
}

/** One leaf of a list that the owner names, adds to and switches off. */
export function LeafLine<L extends Leaf>({ leaf, word, problem, onChange, onDrop }: LeafLineProps<L>) {
  const { t } = useTranslation('settings');
  const name = leaf.name || word || t('leaf.new');
  return (
    <div className={classes.leaf} data-leaf={leaf.id}>
      <Checkbox
        aria-label={t('leaf.active', { name })}
        checked={leaf.active}
        onChange={(event) => onChange({ ...leaf, active: event.currentTarget.checked })}
      />
      <Field
        label={t('leaf.name', { name })}
        hideLabel
        width="words"
        maxLength={20}
        placeholder={word === '' ? t('leaf.own') : word}
        value={leaf.name}
        problem={problem}
        onChange={(typed) => onChange({ ...leaf, name: typed })}
      />
      {onDrop === null ? null : (
        <Button variant="default" size="compact-sm" aria-label={t('leaf.drop', { name })} onClick={onDrop}>
          {t('leaf.remove')}
        </Button>
      )}
    </div>
  );
}

import { CHOICES, type FlawKind } from '@domain/segments/flaw';
import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { choiceWord, type Telling } from '../../../lib/segment-words';
import { KeyCap } from '../../../ui/key-cap';
import type { Vocabulary } from '../api';
import type { Place, Typed } from '../draft';
import type { Fact } from '../facts';
import { boundsOf } from '../numbers';
import { ChoiceChecks } from './choice-checks';
import classes from './condition.module.css';
import { NumberRange } from './number-range';
import { WordInput } from './word-input';

interface ConditionRowProps {
  readonly place: Place;
  /** Null when nothing is missing. */
  readonly flaw: FlawKind | null;
  /** Somebody wanted to keep it: what is missing is said aloud. */
  readonly asked: boolean;
  readonly telling: Telling;
  readonly vocabulary: Vocabulary | undefined;
  readonly onChange: (typed: Typed) => void;
  readonly onDrop: () => void;
}

const factOf = (typed: Typed): Fact => (typed.kind === 'bought' ? 'bought' : typed.fact);

/** One thing about a member: its word, whether it is turned round, and what it must be. */
export function ConditionRow(props: ConditionRowProps) {
  const { place, flaw, asked, onChange, onDrop } = props;
  const { t } = useTranslation('segments');
  const { typed } = place;
  const fact = factOf(typed);
  // A field that is still empty is not wrong yet; a number that is none is.
  const wrong = flaw !== null && (asked || flaw === 'number_malformed' || flaw === 'from_above_to');
  return (
    <fieldset className={classes.condition} data-place={place.id} aria-label={t(`fact.${fact}`)}>
      <div className={classes.head}>
        <span className={classes.fact}>{t(`fact.${fact}`)}</span>
        <UnstyledButton
          className={classes.not}
          aria-pressed={typed.not}
          aria-keyshortcuts="Alt+N"
          title={t('builder.turn')}
          data-turn=""
          onClick={() => onChange({ ...typed, not: !typed.not })}
        >
          {t(
            typed.kind === 'yes'
              ? `builder.${typed.not ? 'no' : 'yes'}`
              : `builder.${typed.not ? 'isNot' : 'is'}`,
          )}
          <KeyCap>Alt+N</KeyCap>
        </UnstyledButton>
        <ActionIcon
          className={classes.drop}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('builder.drop', { fact: t(`fact.${fact}`) })}
          aria-keyshortcuts="Alt+Delete"
          title="Alt+Delete"
          onClick={onDrop}
        >
          <IconX size={14} aria-hidden="true" />
        </ActionIcon>
      </div>
      <Input {...props} wrong={wrong} />
      {wrong ? (
        <div role="alert" className={classes.flaw}>
          <FlawWords typed={typed} flaw={flaw} />
        </div>
      ) : null}
    </fieldset>
  );
}

function Input({
  place: { typed },
  telling,
  vocabulary,
  wrong,
  onChange,
}: ConditionRowProps & { readonly wrong: boolean }) {
  const { t } = useTranslation('segments');
  switch (typed.kind) {
    case 'yes':
      return null;
    case 'choice':
      return (
        <ChoiceChecks
          options={valuesOf(typed, vocabulary).map((value) => ({
            value,
            word: choiceWord(typed.fact, value, telling),
          }))}
          value={typed.in}
          onChange={(chosen) => onChange({ ...typed, in: chosen })}
          none={t(typed.fact === 'cluster' ? 'builder.noClusters' : 'builder.noAdvisers')}
        />
      );
    case 'number':
      return <NumberRange typed={typed} month={telling.month} wrong={wrong} onChange={onChange} />;
    case 'text':
      return (
        <WordInput
          label={t(`fact.${typed.fact}`)}
          placeholder={t(`builder.hint.${typed.fact}`)}
          value={typed.is}
          words={wordsOf(typed.fact, vocabulary)}
          onChange={(is) => onChange({ ...typed, is })}
        />
      );
    case 'bought':
      return <Bought typed={typed} vocabulary={vocabulary} wrong={wrong} onChange={onChange} />;
  }
}

/** What stands to choose, and what an older rule has chosen that is no more. */
function valuesOf(
  { fact, in: chosen }: Typed & { readonly kind: 'choice' },
  vocabulary: Vocabulary | undefined,
): readonly string[] {
  const known =
    CHOICES[fact] ??
    (fact === 'cluster'
      ? vocabulary?.clusters.map(({ cluster }) => String(cluster))
      : vocabulary?.advisers.map(({ id }) => id)) ??
    [];
  return [...known, ...chosen.filter((value) => !known.includes(value))];
}

const wordsOf = (fact: 'tag' | 'occupation' | 'interest', vocabulary: Vocabulary | undefined) => {
  const words = {
    tag: vocabulary?.tags,
    occupation: vocabulary?.occupations,
    interest: vocabulary?.interests,
  };
  return (words[fact] ?? []).map(({ word }) => word);
};

type TypedBought = Typed & { readonly kind: 'bought' };

function Bought({
  typed,
  vocabulary,
  wrong,
  onChange,
}: Pick<ConditionRowProps, 'vocabulary' | 'onChange'> & {
  readonly typed: TypedBought;
  readonly wrong: boolean;
}) {
  const { t } = useTranslation('segments');
  const number = (field: 'times' | 'withinDays') => (
    <TextInput
      className={classes.number}
      classNames={{ input: 'numbers' }}
      aria-label={t(`builder.${field}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      error={wrong && typed[field].trim() === ''}
      value={typed[field]}
      onChange={({ currentTarget: { value } }) => onChange({ ...typed, [field]: value })}
    />
  );
  return (
    <div className={classes.bought}>
      <WordInput
        label={t('fact.bought')}
        placeholder={t('builder.hint.bought')}
        value={typed.product}
        words={vocabulary?.products.map(({ word }) => word) ?? []}
        onChange={(product) => onChange({ ...typed, product })}
      />
      <div className={classes.range}>
        <span>{t('builder.within')}</span>
        {number('withinDays')}
        <span>{t('builder.atLeast')}</span>
        {number('times')}
        <span>{t('counted.visits')}</span>
      </div>
    </div>
  );
}

function FlawWords({ typed, flaw }: { readonly typed: Typed; readonly flaw: FlawKind }) {
  const { t } = useTranslation('segments');
  if (flaw !== 'number_malformed') return t(`flaw.${flaw}`);
  const bounds = typed.kind === 'number' ? boundsOf(typed.fact) : null;
  return bounds === null ? t('flaw.number_malformed') : t('flaw.outOfBounds', { ...bounds });
}

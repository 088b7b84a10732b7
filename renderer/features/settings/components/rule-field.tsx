import { useTranslation } from 'react-i18next';
import type { PlainField } from '../draft/fields';
import { textIn } from '../draft/rules-draft';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';

interface RuleFieldProps {
  readonly at: PlainField;
  readonly width?: 'words' | 'line';
  readonly placeholder?: string;
}

/** The field of one rule, known by its path. */
export function RuleField({ at, ...look }: RuleFieldProps) {
  const { t } = useTranslation('settings');
  const { draft, put, problems } = useEdit();
  return (
    <Field
      {...look}
      label={t(`field.${at}`)}
      value={textIn(draft, at)}
      problem={problems[at]}
      onChange={(text) => put({ texts: { ...draft.texts, [at]: text } })}
    />
  );
}

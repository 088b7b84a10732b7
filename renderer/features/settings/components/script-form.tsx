import { type CareScript, CONTENTS, TASK_KINDS, WIN_BACK_CAUSES } from '@domain/care/task';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import { useEdit } from '../use-rules-edit';
import { useProblemWords } from '../use-words';
import classes from './coupons-section.module.css';
import { Field } from './field';
import { ScriptText } from './script-text';
import { Fields } from './section';
import { SelectField } from './select-field';

interface ScriptFormProps {
  readonly script: CareScript;
  readonly onChange: (script: CareScript) => void;
  readonly onDrop: () => void;
}

/** One script: for what, for which cause (S63), service or offer (S58), and the words. */
export function ScriptForm({ script, onChange, onDrop }: ScriptFormProps) {
  const { t } = useTranslation(['settings', 'care']);
  const { problems } = useEdit();
  const say = useProblemWords();
  const at = (part: string) => problems[`care.scripts.${script.id}.${part}`];
  return (
    <fieldset className={classes.form} aria-label={t('scripts.label')}>
      <Field
        label={t('scripts.name')}
        width="line"
        maxLength={40}
        autoFocus={script.name === ''}
        value={script.name}
        problem={at('name')}
        onChange={(name) => onChange({ ...script, name })}
      />
      <Fields>
        <SelectField
          label={t('scripts.kind')}
          value={script.kind}
          options={TASK_KINDS.map((kind) => ({ value: kind, label: t(`care:kind.${kind}`) }))}
          onChange={(kind) =>
            onChange({ ...script, kind, cause: kind === 'win_back' ? 'service_failure' : null })
          }
        />
        {script.kind === 'win_back' ? (
          <SelectField
            label={t('scripts.cause')}
            value={script.cause}
            error={say(at('cause'))}
            options={WIN_BACK_CAUSES.map((cause) => ({ value: cause, label: t(`care:cause.${cause}`) }))}
            onChange={(cause) => onChange({ ...script, cause })}
          />
        ) : null}
      </Fields>
      <DigitChoice
        label={t('scripts.content')}
        options={CONTENTS.map((value) => ({
          value,
          word: t(`care:content.${value}`),
          more: t(`scripts.content_more.${value}`),
        }))}
        stacked
        value={script.content}
        onChange={(content) => onChange({ ...script, content })}
        error={say(at('content'))}
      />
      <ScriptText
        text={script.text}
        error={say(at('text'))}
        onChange={(text) => onChange({ ...script, text })}
      />
      <div>
        <Button variant="default" size="compact-sm" onClick={onDrop}>
          {t('scripts.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

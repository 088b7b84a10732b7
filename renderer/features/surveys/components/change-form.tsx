import { isBusinessDate } from '@domain/units';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { useAddChange, useRules } from '../api';
import classes from './changes-part.module.css';

interface ChangeFormProps {
  readonly formRef: Ref<HTMLTextAreaElement>;
}

/** Writes down what was heard and what is done about it, from which day on. */
export function ChangeForm({ formRef }: ChangeFormProps) {
  const { t } = useTranslation('surveys');
  const { today } = useFormat();
  const { data: inForce } = useRules();
  const nameOf = useDimensionName();
  const add = useAddChange();
  const [heard, setHeard] = useState('');
  const [changed, setChanged] = useState('');
  const [dimension, setDimension] = useState('');
  const [since, setSince] = useState<string>(today);
  const [dateNeeded, setDateNeeded] = useState(false);
  const save = async () => {
    setDateNeeded(!isBusinessDate(since));
    if (!isBusinessDate(since)) return;
    const end = await add.run({ heard, changed, dimension, since });
    if (end.state !== 'done') return;
    setHeard('');
    setChanged('');
  };
  const press = onConfirm(() => void save());
  const dimensions = inForce?.rules.surveys.dimensions ?? [];
  return (
    <form
      className={classes.form}
      aria-label={t('changes.new')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 className={classes.question}>{t('changes.new')}</h2>
      <Textarea
        ref={formRef}
        label={t('changes.heard_field')}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={500}
        value={heard}
        onChange={(event) => setHeard(event.currentTarget.value)}
      />
      <Textarea
        label={t('changes.changed_field')}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={500}
        value={changed}
        onChange={(event) => setChanged(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('changes.dimension')}
        data={[
          { value: '', label: t('goal.satisfaction') },
          ...dimensions.map((each) => ({ value: each.id, label: nameOf(each) })),
        ]}
        value={dimension}
        onChange={(event) => setDimension(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('changes.since_field')}
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
        error={dateNeeded ? t('changes.date_needed') : null}
      />
      <NotDone of={add.now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={() => void save()} />
      <div>
        <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={add.now.state === 'busy'}>
          {t('changes.save')}
        </KeyButton>
      </div>
    </form>
  );
}

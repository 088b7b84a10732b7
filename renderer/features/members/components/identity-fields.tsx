import { Checkbox, NativeSelect, SegmentedControl, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type IdentityValues, SOURCES } from '../identity';
import classes from './identity-fields.module.css';
import { ReferrerField } from './referrer-field';

interface FieldsProps<V extends IdentityValues> {
  readonly form: UseFormReturnType<V>;
}

/** Who it is: a name or a phone is enough. */
export function WhoFields<V extends IdentityValues>({ form }: FieldsProps<V>) {
  const { t } = useTranslation('members');
  const shared = form.getInputProps('phoneShared', { type: 'checkbox' });
  return (
    <>
      <TextInput label={t('field.name')} maxLength={40} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('field.phone')}
        maxLength={32}
        inputMode="tel"
        classNames={{ input: 'numbers' }}
        {...form.getInputProps('phone')}
      />
      {form.values.phoneShared || form.errors.phone !== undefined ? (
        <Checkbox label={t('field.phoneShared')} {...shared} />
      ) : null}
    </>
  );
}

/** What may be asked, and never has to be. */
export function MoreFields<V extends IdentityValues>({
  form,
  referrerName,
}: FieldsProps<V> & { readonly referrerName: string | null }) {
  const { t } = useTranslation('members');
  return (
    <>
      <fieldset className={classes.birthday}>
        <legend className={classes.legend}>{t('field.birthday')}</legend>
        <div className={classes.parts}>
          <TextInput
            aria-label={t('field.month')}
            placeholder={t('field.month')}
            inputMode="numeric"
            maxLength={2}
            {...form.getInputProps('month')}
            error={form.errors.month !== undefined}
          />
          <TextInput
            aria-label={t('field.day')}
            placeholder={t('field.day')}
            inputMode="numeric"
            maxLength={2}
            {...form.getInputProps('day')}
          />
          <TextInput
            aria-label={t('field.year')}
            placeholder={t('field.year')}
            inputMode="numeric"
            maxLength={4}
            {...form.getInputProps('year')}
          />
        </div>
        {form.errors.month === undefined ? null : <p className={classes.error}>{form.errors.month}</p>}
      </fieldset>
      <div className={classes.choice}>
        <span className={classes.legend} id="gender-label">
          {t('field.gender')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="gender-label"
          transitionDuration={0}
          data={[
            { value: '', label: t('gender.none') },
            { value: 'female', label: t('gender.female') },
            { value: 'male', label: t('gender.male') },
          ]}
          {...form.getInputProps('gender')}
        />
      </div>
      <NativeSelect
        label={t('field.source')}
        data={SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))}
        {...form.getInputProps('source')}
      />
      <ReferrerField
        known={referrerName}
        {...form.getInputProps('referrerId')}
        onChange={(referrerId) => {
          form.getInputProps('referrerId').onChange(referrerId);
          // Whoever was brought by someone did not just walk in.
          if (referrerId !== null) form.getInputProps('source').onChange('referral');
        }}
      />
      <TextInput
        label={t('field.cardNo')}
        maxLength={32}
        data-takes-scan=""
        {...form.getInputProps('cardNo')}
      />
      <TagsInput
        label={t('field.tags')}
        placeholder={form.values.tags.length === 0 ? t('field.tagsHint') : ''}
        maxTags={20}
        splitChars={[',', '，', '、', ' ']}
        acceptValueOnBlur
        {...form.getInputProps('tags')}
      />
      <Textarea
        label={t('field.note')}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={5}
        {...form.getInputProps('note')}
      />
    </>
  );
}

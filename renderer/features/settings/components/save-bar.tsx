import { isBusinessDate } from '@domain/units';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { sectionsOf } from '../sections';
import { useRefusalWords } from '../use-refusal-words';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';
import classes from './save-bar.module.css';

/** What is not saved stays in sight, on every part of the settings: what it is about, from when, and the key. */
export function SaveBar() {
  const { t } = useTranslation('settings');
  const { changed, problems, saving, save, discard } = useEdit();
  const say = useRefusalWords();
  const isDirty = changed.length > 0;
  const wrong = sectionsOf(Object.keys(problems));
  const names = (sections: typeof wrong) => sections.map((name) => t(`section.${name}`)).join(t('list'));
  if (!isDirty && saving.state !== 'done') return null;
  return (
    <div className={classes.bar}>
      <NotDone of={saving} words={say} onRetry={() => void save()} />
      {saving.state === 'done' && !isDirty ? <Notice tone="good">{t('save.done')}</Notice> : null}
      {isDirty ? (
        <div className={classes.acts}>
          <EffectiveFrom />
          <KeyButton
            cap="Ctrl+Enter"
            disabled={wrong.length > 0}
            loading={saving.state === 'busy'}
            onClick={() => void save()}
          >
            {t('save.do')}
          </KeyButton>
          <Button variant="default" onClick={discard}>
            {t('save.discard')}
          </Button>
          <span role="status" className={wrong.length > 0 ? 'danger' : 'quiet'}>
            {wrong.length > 0
              ? t('save.wrong', { sections: names(wrong) })
              : t('save.unsaved', { sections: names(sectionsOf(changed)) })}
          </span>
          <NeedsPin channel="settings.changeRules" />
        </div>
      ) : null}
    </div>
  );
}

function EffectiveFrom() {
  const { t } = useTranslation('settings');
  const { from, putFrom } = useEdit();
  const { today } = useFormat();
  return (
    <Field
      type="date"
      beside
      label={t('save.from')}
      value={from}
      problem={undefined}
      onChange={(text) => {
        if (text === '') putFrom(null);
        else if (isBusinessDate(text) && text >= today) putFrom(text === today ? null : text);
      }}
    />
  );
}

import { Checkbox, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { useAddStory, useStories } from '../api';
import { Page } from './page';
import classes from './stories-page.module.css';

/** Successes worth telling (S67); told outside only where the customer said so. */
export function StoriesPage() {
  const { t } = useTranslation('handbook');
  const format = useFormat();
  return (
    <Page title={t('page.stories')} about={t('stories.about')}>
      <AddStory />
      <Awaited
        of={useStories()}
        skeleton={<Bones rows={4} height={48} />}
        isEmpty={(stories) => stories.length === 0}
        empty={<p className={classes.quiet}>{t('stories.empty')}</p>}
      >
        {(stories) => (
          <ul className={classes.stories}>
            {stories.map(({ id, story, mayShare, memberName, on, by }) => (
              <li key={id} className={classes.story}>
                <p className={classes.told}>{story}</p>
                <p className={classes.quiet}>
                  {[
                    ...(memberName === null ? [] : [memberName]),
                    t('stories.by', { date: format.date(on), by }),
                    t(mayShare ? 'stories.shared' : 'stories.inside'),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </Page>
  );
}

function AddStory() {
  const { t } = useTranslation('handbook');
  const add = useAddStory();
  const field = useRef<HTMLTextAreaElement>(null);
  const [story, setStory] = useState('');
  const [mayShare, setMayShare] = useState(false);
  const [asked, setAsked] = useState(false);
  const isBlank = story.trim() === '';

  const save = async () => {
    setAsked(true);
    if (isBlank) return field.current?.focus();
    const end = await add.run({ memberId: null, story, mayShare });
    if (end.state !== 'done') return;
    setStory('');
    setMayShare(false);
    setAsked(false);
    field.current?.focus();
  };
  const press = onConfirm(() => void save());

  return (
    <form
      className={classes.form}
      aria-label={t('stories.add')}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <Textarea
        ref={field}
        className={classes.field ?? ''}
        label={t('stories.story')}
        placeholder={t('stories.story_hint')}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={8}
        value={story}
        onChange={(event) => {
          add.reset();
          setStory(event.currentTarget.value);
        }}
        error={asked && isBlank ? t('stories.needed') : null}
      />
      <Checkbox
        label={t('stories.may_share')}
        checked={mayShare}
        onChange={(event) => setMayShare(event.currentTarget.checked)}
      />
      {add.now.state === 'done' ? <Notice tone="good">{t('stories.saved')}</Notice> : null}
      <NotDone
        of={add.now}
        words={(refusal) => t(refusal.code === 'member_gone' ? 'stories.gone' : 'stories.needed')}
        onRetry={() => void save()}
      />
      <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={add.now.state === 'busy'}>
        {t('stories.save')}
      </KeyButton>
    </form>
  );
}

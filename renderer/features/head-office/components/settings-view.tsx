import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type HeadOfficeSettings, type SetUpView, useChange, useStop } from '../api';
import classes from './head-office.module.css';
import { lacksReason, SettingsFields } from './settings-fields';
import { Trouble } from './trouble';

interface SettingsViewProps {
  readonly setUp: SetUpView;
  readonly onOtherCard: () => void;
}

/** When, how much of people, how patient; another head office; or no more of it. */
export function SettingsView({ setUp, onOtherCard }: SettingsViewProps) {
  const { t } = useTranslation('headOffice');
  const [draft, setDraft] = useState<HeadOfficeSettings>(() => settingsOf(setUp));
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const change = useChange();
  const stop = useStop();
  const save = () => {
    setTried(true);
    if (!lacksReason(draft)) void change.run(draft);
  };
  return (
    <section
      className={classes.detail}
      aria-label={t('view.settings')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <SettingsFields draft={draft} onDraft={setDraft} reasonMissing={tried} />
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" loading={change.now.state === 'busy'} onClick={save}>
          {t('settings.save')}
        </KeyButton>
        <NeedsPin channel="headOffice.change" />
      </div>
      {change.now.state === 'done' ? <Notice tone="good">{t('settings.saved')}</Notice> : null}
      <Trouble of={change.now} />
      <div className={classes.acts}>
        <Button variant="default" onClick={onOtherCard}>
          {t('settings.other_card')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={stop.now.state === 'busy'}
          onBlur={() => setSure(false)}
          onClick={() => {
            setSure(!sure);
            if (sure) void stop.run({});
          }}
        >
          {t(sure ? 'settings.stop_sure' : 'settings.stop')}
        </Button>
      </div>
      <Trouble of={stop.now} />
    </section>
  );
}

/** What of the set-up can be changed. */
export const settingsOf = ({
  region,
  schedule,
  personal,
  reason,
  remindDays,
}: SetUpView): HeadOfficeSettings => ({
  ...{ region, schedule, personal, reason, remindDays },
});

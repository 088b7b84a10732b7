import { LIST_CHANNELS, type TaskKind } from '@domain/care/task';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import type { ListChannel } from '../api';
import { GroupText } from '../components/group-text';
import { KindChecks } from '../components/kind-checks';
import { ListPreview } from '../components/list-preview';
import classes from '../components/lists.module.css';
import { MadeLists } from '../components/made-lists';

/** Many at once: a list for the system that sends messages, within everybody's budget; and the day's tasks for the staff. */
export function Lists() {
  const { t } = useTranslation('care');
  const [channel, setChannel] = useState<ListChannel>('sms');
  const [kinds, setKinds] = useState<TaskKind[]>([]);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <section className={classes.screen} aria-label={t('part.lists')}>
      <div className={classes.left}>
        <div className={classes.choose}>
          <p className={classes.teach}>{t('lists.about')}</p>
          <DigitChoice
            label={t('lists.channel')}
            options={LIST_CHANNELS.map((value) => ({ value, word: t(`channel.${value}`) }))}
            value={channel}
            onChange={setChannel}
            focusRef={first}
          />
          <KindChecks value={kinds} onChange={setKinds} />
        </div>
        <div className={classes.below}>
          <h2 className={classes.title}>{t('lists.past')}</h2>
          <MadeLists />
          <h2 className={classes.title}>{t('group.title')}</h2>
          <GroupText />
        </div>
      </div>
      <div className={classes.right}>
        <ListPreview channel={channel} kinds={kinds} />
      </div>
    </section>
  );
}

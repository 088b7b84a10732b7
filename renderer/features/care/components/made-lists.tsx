import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type MadeList, useGiveBackList, useLists, useSaveList } from '../api';
import classes from './lists.module.css';

/** Lists made before, newest first: saved as often as wanted; given back whole when nothing of one was sent. */
export function MadeLists() {
  const { t } = useTranslation('care');
  return (
    <Awaited
      of={useLists()}
      skeleton={<Bones rows={3} height={44} />}
      isEmpty={(lists) => lists.length === 0}
      empty={<p className="quiet">{t('lists.none')}</p>}
    >
      {(lists) => (
        <ul className={classes.made}>
          {lists.map((list) => (
            <Made key={list.id} list={list} />
          ))}
        </ul>
      )}
    </Awaited>
  );
}

function Made({ list }: { readonly list: MadeList }) {
  const { t } = useTranslation('care');
  const format = useFormat();
  const save = useSaveList();
  const giveBack = useGiveBackList();
  /** Giving back is asked for twice: it undoes a whole list. */
  const [asking, setAsking] = useState(false);
  return (
    <li className={classes.list}>
      <div className={`${classes.what} numbers`}>
        <strong>{t(`channel.${list.channel}`)}</strong>
        <span>{t('lists.members', { count: list.members, members: whole(list.members) })}</span>
        <span className="quiet">
          {format.dateTime(list.at)} · {list.staffName}
        </span>
      </div>
      {list.notSent ? (
        <span className="quiet">{t('lists.notSent')}</span>
      ) : (
        <div className={classes.acts}>
          {(['csv', 'text'] as const).map((kind) => (
            <Button
              key={kind}
              variant="default"
              size="compact-sm"
              loading={save.now.state === 'busy'}
              onClick={() => void save.run({ listId: list.id, format: kind })}
            >
              {t(`lists.save_${kind}`)}
            </Button>
          ))}
          <Button
            variant={asking ? 'filled' : 'subtle'}
            size="compact-sm"
            loading={giveBack.now.state === 'busy'}
            onBlur={() => setAsking(false)}
            onClick={() => {
              if (asking) void giveBack.run({ listId: list.id });
              setAsking(!asking);
            }}
          >
            {t(asking ? 'lists.giveBackSure' : 'lists.giveBack')}
          </Button>
        </div>
      )}
      {save.now.state === 'done' && save.now.value.path !== null ? (
        <Notice tone="good">{t('lists.saved', { path: save.now.value.path })}</Notice>
      ) : null}
      <NotDone
        of={save.now}
        words={(refusal) =>
          refusal.code === 'file_not_written'
            ? t(`refusal.file_${refusal.params.why}`)
            : t(`refusal.${refusal.code}`)
        }
      />
      {giveBack.now.state === 'done' ? (
        <Notice tone="good">{t('lists.gaveBack', { count: giveBack.now.value.contacts })}</Notice>
      ) : null}
      <NotDone of={giveBack.now} words={(refusal) => t(`refusal.${refusal.code}`)} />
    </li>
  );
}

import type { TaskKind } from '@domain/care/task';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type ListChannel, useListPreview, useMakeList } from '../api';
import classes from './lists.module.css';

interface ListPreviewProps {
  readonly channel: ListChannel;
  readonly kinds: TaskKind[];
}

/** Whom the list would reach, who is left off and why; what is confirmed is what is shown here (S97). */
export function ListPreview({ channel, kinds }: ListPreviewProps) {
  const { t } = useTranslation('care');
  const preview = useListPreview(channel, kinds);
  const make = useMakeList();
  const { now } = make;
  const isFresh = preview.data !== undefined && !preview.isPlaceholderData && !preview.isFetching;
  const ready = preview.data?.ready ?? 0;
  const confirm = async () => {
    if (!isFresh || ready === 0 || now.state === 'busy') return;
    const end = await make.run({ channel, kinds, expected: ready });
    if (end.state === 'refused') await preview.refetch();
  };
  useHotkeys([['mod+Enter', () => void confirm()]], []);
  return (
    <Panel
      title={t('lists.preview')}
      foot={
        <div className={classes.foot}>
          {now.state === 'done' ? (
            <Notice tone="good">{t('lists.made', { count: now.value.members })}</Notice>
          ) : null}
          <NotDone
            of={now}
            words={(refusal) =>
              refusal.code === 'members_changed'
                ? t('refusal.members_changed', { count: refusal.params.members })
                : t(`refusal.${refusal.code}`)
            }
            onRetry={() => void confirm()}
          />
          <KeyButton
            cap="Ctrl+Enter"
            fullWidth
            disabled={!isFresh || ready === 0}
            loading={now.state === 'busy'}
            onClick={() => void confirm()}
          >
            {t('lists.make', { count: ready, members: whole(ready) })}
          </KeyButton>
          <p className={classes.about}>{t('lists.makeAbout')}</p>
        </div>
      }
    >
      <Awaited of={preview} skeleton={<Bones rows={5} height={32} />}>
        {(shown) => (
          <div aria-live="polite">
            <p className={classes.ready}>
              {t('lists.ready', { count: shown.ready, members: whole(shown.ready) })}
            </p>
            {shown.ready === 0 && shown.held.length === 0 ? (
              <p className="quiet">{t('lists.nobodyDue')}</p>
            ) : null}
            {shown.held.length === 0 ? null : (
              <>
                <h3 className={classes.label}>{t('lists.leftOff')}</h3>
                <dl className={`${classes.held} numbers`}>
                  {shown.held.map(({ why, count }) => (
                    <div key={why}>
                      <dt>{t(`offList.${why}`)}</dt>
                      <dd>{whole(count)}</dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
            {shown.example === null ? null : (
              <>
                <h3 className={classes.label}>{t('lists.example')}</h3>
                <blockquote className={classes.example} data-selectable="">
                  {shown.example}
                </blockquote>
              </>
            )}
          </div>
        )}
      </Awaited>
    </Panel>
  );
}

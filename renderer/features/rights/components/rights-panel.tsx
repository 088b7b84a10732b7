import type { MemberCard } from '@contract/members';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Panel } from '../../../ui/panel';
import { EraseForm } from './erase-form';
import { MergeWith } from './merge-with';
import { Merges } from './merges';
import { MyDataView } from './my-data-view';
import classes from './rights.module.css';

export type RightsView = 'menu' | 'data' | 'merge' | 'erase';

interface RightsPanelProps {
  readonly member: Pick<MemberCard, 'id' | 'name' | 'memberNo'>;
  readonly view: RightsView;
  readonly onView: (view: RightsView) => void;
  /** What they agreed to, entry by entry, and how to withdraw it: the members' own part. */
  readonly consent: ReactNode;
  readonly onOpenMember: (memberId: string) => void;
  readonly onCancel: () => void;
}

/** What a member may ask of the shop: what it knows, what they agreed to, one record out of two, to be forgotten (S28). */
export function RightsPanel({ member, view, onView, consent, onOpenMember, onCancel }: RightsPanelProps) {
  const { t } = useTranslation('rights');
  const menu = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (view === 'menu') menu.current?.querySelector('button')?.focus();
  }, [view]);
  const back = () => onView('menu');
  if (view === 'data') return <MyDataView memberId={member.id} onBack={back} />;
  if (view === 'erase') return <EraseForm member={member} onBack={back} />;
  if (view === 'merge') return <MergeWith memberId={member.id} onMerged={onOpenMember} onBack={back} />;

  const ways = [
    { cap: '1', view: 'data', channel: 'rights.myData' },
    { cap: '2', view: 'merge', channel: 'rights.merge' },
    { cap: '3', view: 'erase', channel: 'rights.erase' },
  ] as const;
  const press = (event: KeyboardEvent) => {
    const way =
      event.ctrlKey || event.altKey || event.metaKey ? undefined : ways.find(({ cap }) => cap === event.key);
    if (way === undefined) return;
    event.preventDefault();
    onView(way.view);
  };
  return (
    <Panel title={t('title')} onCancel={onCancel}>
      <fieldset ref={menu} className={classes.menu} aria-label={t('title')} onKeyDown={press}>
        {ways.map((way) => (
          <div key={way.cap} className={classes.way}>
            <KeyButton
              cap={way.cap}
              variant="default"
              justify="space-between"
              onClick={() => onView(way.view)}
            >
              {t(`way.${way.view}`)}
            </KeyButton>
            <p className="quiet">{t(`about.${way.view}`)}</p>
            <NeedsPin channel={way.channel} />
          </div>
        ))}
        <Merges memberId={member.id} onOpenMember={onOpenMember} />
        {consent}
      </fieldset>
    </Panel>
  );
}

import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyCap } from '../../../ui/key-cap';
import { useCount } from '../api';
import { useTopOf } from '../use-members-of';
import type { Whom } from './builder';
import { CareForm } from './care-form';
import { ExportForm } from './export-form';
import classes from './member-list.module.css';
import { MemberRows } from './member-rows';
import { SaveForm } from './save-form';

/** What is done with all of them; the list waits behind it. */
type Doing = 'save' | 'export' | 'care';

/** As long as the name of a segment may be. */
const MAX_NAME = 40;

interface MemberListProps {
  /** What was counted, in the words of the figure it came from. */
  readonly title: string;
  readonly rule: SegmentRule;
  /** Who comes first. */
  readonly order?: MemberOrder | undefined;
  readonly onOpen: (memberId: string) => void;
  readonly onCampaign: (whom: Whom) => void;
  /** Goes on with the rule where rules are built. */
  readonly onRefine: () => void;
  readonly onBack: () => void;
}

/**
 * The members behind a number: who they are and what the rule is; Enter opens one at the counter, the function
 * keys do the same with all of them as in the builder of segments (S27), Esc goes back.
 */
export function MemberList(props: MemberListProps) {
  const { title, rule, order: first = 'rank', onCampaign, onRefine, onBack } = props;
  const { t } = useTranslation('segments');
  const said = useSegmentWords();
  const [order, setOrder] = useState<MemberOrder>(first);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data: size } = useCount(rule);
  const name = title.slice(0, MAX_NAME);
  // As long as it is not counted somebody may be there: no key waits for a number.
  const nobody = size?.members === 0;
  useFunctionKeys([
    { key: 'F2', word: t('list.refine'), run: onRefine },
    { key: 'F6', word: t('key.save'), run: () => setDoing('save'), active: doing === 'save' },
    {
      key: 'F7',
      word: t('key.campaign'),
      run: () => onCampaign({ rule, segmentId: null, name }),
      disabled: nobody,
    },
    {
      key: 'F10',
      word: t('key.export'),
      run: () => setDoing('export'),
      active: doing === 'export',
      disabled: nobody,
    },
    {
      key: 'F9',
      word: t('key.care'),
      run: () => setDoing('care'),
      active: doing === 'care',
      disabled: nobody,
    },
  ]);
  const toList = () => setDoing(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    if (doing === null) onBack();
    else toList();
  };
  return (
    <section className={classes.list} aria-label={title} onKeyDown={press}>
      <header className={classes.head}>
        <button type="button" className={classes.back} onClick={doing === null ? onBack : toList}>
          <KeyCap>Esc</KeyCap> {t('list.back')}
        </button>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.size} role="status">
          {size === undefined
            ? ''
            : t('list.size', {
                count: size.members,
                members: whole(size.members),
                reachable: whole(size.reachable),
              })}
        </span>
        <span className={classes.said}>{said(rule)}</span>
      </header>
      {shown()}
    </section>
  );

  function shown() {
    switch (doing) {
      case 'save':
        return <SaveForm rule={rule} opened={null} name={name} onDone={toList} onCancel={toList} />;
      case 'export':
        return <ExportForm rule={rule} name={name} order={order} onCancel={toList} />;
      case 'care':
        return <CareForm rule={rule} segmentId={null} onCancel={toList} />;
      case null:
        return <Members {...props} order={order} onOrder={setOrder} />;
    }
  }
}

interface MembersProps extends Pick<MemberListProps, 'title' | 'rule' | 'onOpen'> {
  readonly order: MemberOrder;
  readonly onOrder: (order: MemberOrder) => void;
}

function Members({ title, rule, order, onOrder, onOpen }: MembersProps) {
  const { t } = useTranslation('segments');
  return (
    <Awaited
      of={useTopOf(rule, order)}
      skeleton={<Bones rows={12} height={36} />}
      isEmpty={({ total }) => total === 0}
      empty={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Esc must have somewhere to be pressed
        <p className={classes.empty} tabIndex={0} ref={(element) => element?.focus()}>
          {t('list.nobody')}
        </p>
      }
    >
      {({ total }) => (
        <MemberRows
          key={order}
          label={title}
          rule={rule}
          order={order}
          total={total}
          onOrder={onOrder}
          onOpen={onOpen}
        />
      )}
    </Awaited>
  );
}

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaffHere } from '../../../lib/desk';
import { useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { ListAndDetail, usePanes } from '../../../ui/list-and-detail';
import { OnlyFor } from '../../../ui/only-for';
import { RowList } from '../../../ui/row-list';
import { type Colleague, usePeople } from '../api';
import { AddPanel } from '../components/add-panel';
import { CodePanel } from '../components/code-panel';
import { OwnPinPanel } from '../components/own-pin-panel';
import { PersonPanel } from '../components/person-panel';
import { PersonRow } from '../components/person-row';
import classes from '../components/staff.module.css';
import { Standing } from '../components/standing';

/** What the right side shows. */
type Shown = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'add' | 'own_pin' | 'code' };

/** Who works here, what they may, and how they sign in. */
export function StaffScreen() {
  const { t } = useTranslation('staff');
  return (
    <OnlyFor channel="staff.people" what={t('page.title')} otherwise={<OwnPinPanel />}>
      <Staff />
    </OnlyFor>
  );
}

function Staff() {
  const { t } = useTranslation(['staff', 'common']);
  const here = useStaffHere();
  const people = usePeople();
  const [shown, setShown] = useState<Shown>({ kind: 'person', id: here.id });
  const list = useRef<HTMLDivElement>(null);
  const panes = usePanes(people.data !== undefined, () => list.current?.focus(), focusFirstField);
  const open = (next: Shown) => panes.open(() => setShown(next));
  useFunctionKeys([
    { key: 'F2', word: t('page.add'), run: () => open({ kind: 'add' }), active: shown.kind === 'add' },
    {
      key: 'F3',
      word: t('page.own_pin'),
      run: () => open({ kind: 'own_pin' }),
      active: shown.kind === 'own_pin',
    },
    { key: 'F4', word: t('page.code'), run: () => open({ kind: 'code' }), active: shown.kind === 'code' },
  ]);
  return (
    <ListAndDetail
      panes={panes}
      label={t('page.title')}
      listClass={classes.index}
      list={
        <Awaited of={people} skeleton={<Bones rows={6} height={48} />}>
          {({ people: everybody, recoveryCodeMadeAt }) => (
            <>
              <Standing recoveryCodeMadeAt={recoveryCodeMadeAt} onOwnPin={() => open({ kind: 'own_pin' })} />
              <RowList
                ref={list}
                label={t('page.title')}
                rows={inOrder(everybody)}
                idOf={({ id }) => id}
                openId={shown.kind === 'person' ? shown.id : null}
                onOpen={({ id }) => open({ kind: 'person', id })}
              >
                {(person) => <PersonRow person={person} />}
              </RowList>
            </>
          )}
        </Awaited>
      }
    >
      {shown.kind === 'person' ? (
        <PersonPanel key={shown.id} person={people.data?.people.find(({ id }) => id === shown.id)} />
      ) : shown.kind === 'add' ? (
        <AddPanel onDone={(id) => open({ kind: 'person', id })} />
      ) : shown.kind === 'own_pin' ? (
        <OwnPinPanel />
      ) : (
        <CodePanel madeAt={people.data?.recoveryCodeMadeAt ?? null} />
      )}
    </ListAndDetail>
  );
}

/** Who works here, then who did. */
const inOrder = (people: readonly Colleague[]): readonly Colleague[] => [
  ...people.filter(({ active }) => active),
  ...people.filter(({ active }) => !active),
];

const focusFirstField = (side: HTMLElement | null): void =>
  (side?.querySelector<HTMLElement>('input, textarea') ?? side)?.focus();

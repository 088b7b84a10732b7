import { ofTiers } from '@domain/segments/segment';
import { useCarePart } from '@renderer/app/care/care-state';
import { readEvent } from '@renderer/features/invitations/event-draft';
import { screen, waitFor, within } from '@testing-library/react';
// The screen is loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf, MIN, ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';

beforeEach(() => useCarePart.setState({ part: 'events' }));

const event = (more: object = {}) => ({
  id: idOf(701),
  name: '冬季试吃会',
  kind: 'tasting',
  heldOn: '2099-12-20',
  startsAt: 870,
  place: '店里',
  places: 20,
  note: '',
  state: 'planned',
  guests: { invited: 2, coming: 0, declined: 0, attended: 0, absent: 0 },
  ...more,
});
const guest = (of: typeof ZHANG, more: object = {}) => ({
  memberId: of.id,
  name: of.name,
  memberNo: of.memberNo,
  phoneMasked: of.phoneMasked,
  tier: of.tier,
  state: 'invited',
  ...more,
});

async function atEvents(more: Replies = {}) {
  const opened = await openWindow({
    'invitations.events': () => [event()],
    'segments.list': () => [],
    'invitations.guests': () => [guest(ZHANG), guest(MIN as typeof ZHANG)],
    ...more,
  });
  await opened.user.keyboard('{Control>}4{/Control}');
  return opened;
}

describe('S47 S53 events', () => {
  it('teaches when none is planned, and F6 plans one', async () => {
    const { bridge, user } = await atEvents({
      'invitations.events': () => [],
      'invitations.planEvent': () => ({ eventId: idOf(701) }),
    });
    await screen.findByText(words('invitations:list.empty_coming'));
    await user.keyboard('{F6}');
    await user.type(await screen.findByLabelText(words('invitations:form.name')), '冬季试吃会');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('invitations:form.dayNeeded'));
    await user.type(screen.getByLabelText(words('invitations:form.heldOn')), '2099-12-20');
    await user.type(screen.getByLabelText(words('invitations:form.startsAt')), '14:30');
    await user.type(screen.getByLabelText(words('invitations:form.places')), '20');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('invitations.planEvent').map(({ input }) => input)).toEqual([
        {
          name: '冬季试吃会',
          kind: 'tasting',
          heldOn: '2099-12-20',
          startsAt: 870,
          place: '',
          places: 20,
          note: '',
        },
      ]),
    );
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no day', { heldOn: '2099-02-30' }, 'heldOn'],
    ['half a guest', { places: '1.5' }, 'places'],
  ])('is not planned with %s', (_what, wrong, field) => {
    const draft = {
      name: '茶会',
      kind: 'other',
      heldOn: '2099-12-20',
      startsAt: '',
      place: '',
      places: '',
      note: '',
    };
    expect(readEvent({ ...draft, kind: 'other', ...wrong })).toBe(field);
  });

  it('F7 invites levels with a preview of how many, and single members', async () => {
    const { bridge, user } = await atEvents({
      'invitations.previewInvitation': () => ({ members: 48, withoutConsent: 5 }),
      'invitations.invite': () => ({ invited: 49 }),
    });
    await screen.findByRole('article', { name: '冬季试吃会' });
    await user.keyboard('{F7}');
    await user.click(await screen.findByLabelText(words('common:tier.vip')));
    const preview = await screen.findByText(/48/);
    expect(preview.textContent).toContain(words('invitations:invite.withoutConsent', { count: 5 }));
    await user.type(screen.getByLabelText(words('invitations:invite.named')), '8812');
    await within(await screen.findByRole('list', { name: words('invitations:invite.found') })).findByText(
      '张三',
    );
    await user.keyboard('{Enter}{Control>}{Enter}{/Control}');
    await screen.findByText(words('invitations:invite.done', { count: 49 }));
    expect(bridge.of('invitations.invite').map(({ input }) => input)).toEqual([
      { eventId: idOf(701), rule: ofTiers(['vip']), segmentId: null, memberIds: [ZHANG.id] },
    ]);
  });

  it('S27 S47 F7 invites a saved segment', async () => {
    const rule = ofTiers(['loyal']);
    const saved = { id: idOf(801), name: '常客', rule, createdAt: 0, changedAt: 0, staffName: '店主' };
    const { bridge, user } = await atEvents({
      'segments.list': () => [saved],
      'invitations.previewInvitation': () => ({ members: 12, withoutConsent: 0 }),
      'invitations.invite': () => ({ invited: 12 }),
    });
    await screen.findByRole('article', { name: '冬季试吃会' });
    await user.keyboard('{F7}');
    await user.selectOptions(await screen.findByLabelText(words('invitations:invite.segment')), '常客');
    await screen.findByText(words('invitations:invite.reach', { count: 12, members: '12' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('invitations:invite.done', { count: 12 }));
    expect(bridge.of('invitations.invite').map(({ input }) => input)).toEqual([
      { eventId: idOf(701), rule, segmentId: saved.id, memberIds: [] },
    ]);
  });

  it('on the day one digit ticks a guest off, and the next one follows', async () => {
    const { bridge, user } = await atEvents({ 'invitations.setGuest': () => ({}) });
    const grid = await screen.findByRole('grid', { name: words('invitations:guests.title') });
    const [first, second] = within(grid).getAllByRole('row');
    first?.focus();
    await user.keyboard('4');
    await waitFor(() =>
      expect(bridge.of('invitations.setGuest').map(({ input }) => input)).toEqual([
        { eventId: idOf(701), memberId: ZHANG.id, state: 'attended' },
      ]),
    );
    await waitFor(() => expect(document.activeElement).toBe(second));
  });

  it('says so when every place is taken', async () => {
    const { user } = await atEvents({ 'invitations.setGuest': () => refused('event_full', { places: 20 }) });
    const grid = await screen.findByRole('grid', { name: words('invitations:guests.title') });
    within(grid).getAllByRole('row')[0]?.focus();
    await user.keyboard('2');
    await screen.findByText(words('invitations:refusal.event_full', { count: 20 }));
  });

  it('F9 calls it off, never on Enter alone', async () => {
    const { bridge, user } = await atEvents({ 'invitations.cancelEvent': () => ({}) });
    await screen.findByRole('article', { name: '冬季试吃会' });
    await user.keyboard('{F9}');
    await screen.findByText(words('invitations:off.about', { name: '冬季试吃会' }));
    await user.keyboard('{Enter}');
    expect(bridge.of('invitations.cancelEvent')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bridge.of('invitations.cancelEvent')).toHaveLength(1));
  });
});

import { contract } from '@contract/index';
import { PERMISSIONS, type Permission } from '@contract/permissions';
import type { Answer, Contract } from '@contract/rpc';
import { ROLES, type Role, reaches } from '@domain/staff/role';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

type At = Role | 'nobody';
const WHERE: readonly At[] = ['nobody', ...ROLES];

const rooms: Contract = contract;
const declared: Readonly<Record<string, Readonly<Record<string, Permission>>>> = PERMISSIONS;
const CHANNELS = Object.entries(rooms).flatMap(([room, endpoints]) =>
  Object.entries(endpoints).map(([name, { kind }]) => ({
    channel: `${room}.${name}`,
    kind,
    permission: declared[room]?.[name],
  })),
);

let shop: TestShop;
beforeAll(async () => {
  shop = await aShop();
  for (const role of ROLES) await shop.as(role);
  shop.people.approvedBy = null;
});
afterAll(() => shop.close());

/** No channel has such a field: who is let in ends at the shape, so the walk changes nothing. */
const NOTHING_TAKES_THIS = { 'not a field of any channel': true };

/** What main answers to whoever is at the counter. */
async function ask(channel: string): Promise<string> {
  const answer: Answer = await shop.main.route(channel, {
    requestId: shop.request(),
    input: NOTHING_TAKES_THIS,
  });
  if (answer.ok) return 'done';
  if ('denied' in answer)
    return 'role' in answer.denied ? `${answer.denied.code} ${answer.denied.role}` : answer.denied.code;
  return 'fault' in answer ? 'let in' : `refused ${answer.refusal.code}`;
}

/** What the declared table comes to for them. */
function expected(permission: Permission, at: At): string {
  if (permission.who === 'anyone') return 'let in';
  if (at === 'nobody') return 'locked';
  if (permission.approval === 'always') return `approval_needed ${permission.who}`;
  if (reaches(at, permission.who)) return 'let in';
  return `${permission.approval === undefined ? 'not_allowed' : 'approval_needed'} ${permission.who}`;
}

const WORDS: Readonly<Record<string, string>> = {
  'let in': 'yes',
  locked: '–',
  'approval_needed manager': 'PIN of a manager',
  'approval_needed owner': 'PIN of an owner',
  'not_allowed manager': 'no',
  'not_allowed owner': 'no',
};

describe('rules, Staff: who may what, every role at every channel', () => {
  it('is what the declared table says, asked of main itself; and here it is printed', async () => {
    const table = new Map<string, string[]>(CHANNELS.map(({ channel }) => [channel, []]));
    for (const at of WHERE) {
      if (at === 'nobody') await shop.client.staff.lock({});
      else await shop.as(at);
      for (const { channel, permission } of CHANNELS) {
        const answer = await ask(channel);
        expect([at, channel, answer]).toEqual([at, channel, permission && expected(permission, at)]);
        table.get(channel)?.push(WORDS[answer] ?? answer);
      }
    }
    const lines = [...table].map(([channel, words]) => `| ${channel} | ${words.join(' | ')} |`);
    const head = `| channel | ${WHERE.map((at) => (at === 'nobody' ? 'nobody signed in' : at)).join(' | ')} |`;
    const text = [head, `|${' --- |'.repeat(WHERE.length + 1)}`, ...lines.toSorted(), ''].join('\n');
    await expect(text).toMatchFileSnapshot('permissions.md');
  });

  it('names every channel of the contract, and none besides', () => {
    const named = Object.entries(declared).flatMap(([room, names]) =>
      Object.keys(names).map((name) => `${room}.${name}`),
    );
    expect(named.toSorted()).toEqual(CHANNELS.map(({ channel }) => channel).toSorted());
  });

  it('asks nobody for a PIN because a screen was opened', () => {
    const asking = CHANNELS.filter(
      ({ kind, permission }) =>
        kind === 'query' && permission?.who !== 'anyone' && permission?.approval !== undefined,
    );
    expect(asking).toEqual([]);
  });

  it('leaves no command to whoever is not signed in', () => {
    const open = CHANNELS.filter(
      ({ kind, permission }) => kind === 'command' && permission?.who === 'anyone',
    );
    expect(open).toEqual([]);
  });

  it.each([
    'exchange.exportAll',
    'exchange.undoImport',
    'staff.add',
    'staff.setRole',
    'staff.deactivate',
    'staff.givePin',
    'staff.newRecoveryCode',
  ])('trust, People: %s is stepped up to by PIN, even by the owner', async (channel) => {
    await shop.as('owner');
    expect(await ask(channel)).toMatch(/^approval_needed (manager|owner)$/);
  });
});

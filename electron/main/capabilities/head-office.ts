import { basename, dirname } from 'node:path';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { ChangeRefusal } from '../../../db/domain/settings/change-rules';
import {
  answerRules,
  changeSetup,
  insertRules,
  putSetup,
  removeSetup,
} from '../../../db/head-office/commands';
import { outboxOf, smallText } from '../../../db/head-office/outbox';
import { packetsOf, rulesReceived, setupOf } from '../../../db/head-office/queries';
import { takeAck } from '../../../db/head-office/take-ack';
import { type RulePacket, readRules } from '../../../db/packets/documents';
import { ruleVersions, storeRow } from '../../../db/settings/queries';
import type { HeadOfficeSettings } from '../../contract/head-office';
import type { ActCx, CommandCx, RoomHandlers } from '../context';
import { littleRoom } from '../disk-room';
import { asFileName } from '../file-name';
import { rulePacketView, rulesAsked } from '../head-office/rules';
import { folderFor, toMake } from '../head-office/sending';
import { cardIn, ownKey, sheetOf } from '../head-office/setting-up';
import { ackView, packetView, standingOf } from '../head-office/views';
import { momentIn } from '../moment';
import { changeRules } from '../rule-change';
import { writeWanted } from '../write-file';

const files = (extension: string) => [{ name: 'Shuke', extensions: [extension, 'json', 'txt'] }];

export const headOfficeHandlers: RoomHandlers<'headOffice'> = {
  standing: (cx) => standingOf(cx),
  packets: async ({ db, app }) => {
    const path = app.session.path();
    return (await packetsOf(db)).map((packet) => packetView(packet, path)).reverse();
  },
  rulePackets: async ({ db, today }) => {
    const versions = await ruleVersions(db);
    return (await rulesReceived(db)).map((known) => rulePacketView(known, versions, today));
  },
  sheet: ({ db }) => sheetOf(db),

  readCard: async (cx, { text }) => {
    const given = text ?? (await chosenText(cx, 'shuke-hq'));
    if (given === null) return null;
    const card = cardIn(given);
    return card instanceof Refusal
      ? card
      : { name: card.name, fingerprint: card.fingerprint, text: given.trim() };
  },
  setUp: async (cx, { card: text, ...settings }) => {
    if ((await storeRow(cx.tx)).sample) return refuse('in_sample');
    const card = cardIn(text);
    if (card instanceof Refusal) return card;
    if (lacksReason(settings)) return refuse('reason_needed');
    await putSetup(cx.tx, { card, ...settings }, { staffId: cx.staff.id, now: cx.now });
    const fingerprint = await ownKey(cx);
    cx.audit({ after: { headOffice: card.name, key: card.fingerprint, personal: settings.personal } });
    return { fingerprint };
  },
  change: async (cx, settings) => {
    const before = await setupOf(cx.tx);
    if (before === undefined) return refuse('not_set_up');
    if (lacksReason(settings)) return refuse('reason_needed');
    await changeSetup(cx.tx, settings);
    cx.audit({ before: told(before), after: told(settings) });
    return {};
  },
  stop: async (cx) => {
    if ((await setupOf(cx.tx)) === undefined) return refuse('not_set_up');
    await removeSetup(cx.tx);
    return {};
  },
  saveSheet: async (cx) => {
    const sheet = await sheetOf(cx.session.shop().opened.db);
    if (sheet === null) return refuse('not_set_up');
    const path = await cx.dialogs.saveFile(`${asFileName(sheet.name)}.shuke-store`, files('shuke-store'));
    if (path === null) return null;
    return (await writeWanted(path, sheet.text)) ?? { path };
  },

  send: async (cx, { make: wish, to, again }) => {
    const { opened, sample } = cx.session.shop();
    if (sample) return refuse('in_sample');
    const setup = await setupOf(opened.db);
    if (setup === undefined) return refuse('not_set_up');
    if (cx.jobs.running() !== null) return refuse('job_running');
    const freeBytes = littleRoom(cx.freeBytes, [dirname(opened.path)]);
    if (freeBytes !== null) return refuse('little_room', { freeBytes });
    const folder = to === 'nowhere' ? null : await folderFor(cx, setup, to);
    if (folder === null && to !== 'nowhere') return null;
    const make = await toMake(cx, setup, wish);
    const work = { kind: 'packet', make, folder, again, shuke: cx.version } as const;
    const job = cx.jobs.start(work, cx.preferences.get().locale);
    if (!(job instanceof Refusal)) await cx.audit({ after: { make, copied: folder !== null, again } });
    return job;
  },
  takeAck: async (cx) => {
    const path = await cx.dialogs.openFile(files('shuke-ack'));
    if (path === null) return null;
    const text = await smallText(path);
    if (text === null) return refuse('not_an_ack');
    const { opened } = cx.session.shop();
    const now = momentIn(cx.session.shop(), cx.sources);
    let taken: Awaited<ReturnType<typeof takeAck>> | undefined;
    const refused = await cx.audit({ after: { acknowledgement: basename(path) } }, async (tx) => {
      taken = await takeAck(tx, text, now);
      return taken instanceof Refusal ? taken : undefined;
    });
    if (refused !== undefined) return refused;
    cx.emit({ type: 'data-changed', scopes: ['head_office'] });
    return taken === undefined || taken instanceof Refusal
      ? null
      : ackView(taken, await packetsOf(opened.db));
  },
  showOutbox: (cx) => {
    cx.dialogs.showInFolder(outboxOf(cx.session.shop().opened.path));
    return {};
  },

  readRules: async (cx) => {
    const { opened, calendar } = cx.session.shop();
    const setup = await setupOf(opened.db);
    if (setup === undefined) return refuse('not_set_up');
    const text = await chosenText(cx, 'shuke-rules');
    if (text === null) return null;
    const document = readRules(text, setup.card.publicKey);
    if ('code' in document) return refuse(NO_RULES[document.code]);
    const now = momentIn(cx.session.shop(), cx.sources);
    const today = businessDateOf(now, calendar);
    const versions = await ruleVersions(opened.db);
    const known = (await rulesReceived(opened.db)).find((one) => one.document.id === document.id);
    if (known !== undefined && known.state !== 'waiting')
      return refuse('answered_already', { state: known.state });
    const asked = rulesAsked(versions, document, today);
    if ('unknown' in asked) return refuse('unknown_rules', { at: asked.unknown });
    if (known === undefined)
      await cx.audit({ after: { rules: document.title, number: document.number } }, async (tx) => {
        await insertRules(tx, document, now);
        return undefined;
      });
    cx.emit({ type: 'data-changed', scopes: ['head_office'] });
    return rulePacketView({ document, state: 'waiting', answered: null }, versions, today);
  },
  acceptRules: async (cx, { id, basedOn }) => {
    const document = await waitingRules(cx, id);
    if (document === undefined) return refuse('not_waiting');
    const asked = rulesAsked(await ruleVersions(cx.tx), document, cx.today);
    // It was taken when it was read: only another change of the rules can have come between.
    if ('unknown' in asked) return refuse('changed_meanwhile');
    const version = await changeRules(cx, { basedOn, rules: asked.rules, from: asked.day });
    if (version instanceof Refusal) return neverPast(version);
    await answerRules(cx.tx, id, { state: 'accepted', version }, { staffId: cx.staff.id, now: cx.now });
    cx.audit({ after: { headOfficeRules: document.title, number: document.number } });
    return { version };
  },
  refuseRules: async (cx, { id, reason }) => {
    const document = await waitingRules(cx, id);
    if (document === undefined) return refuse('not_waiting');
    await answerRules(cx.tx, id, { state: 'refused', reason }, { staffId: cx.staff.id, now: cx.now });
    cx.audit({ why: reason, after: { headOfficeRules: document.title, number: document.number } });
    return {};
  },
};

const NO_RULES = {
  document_unreadable: 'not_rules',
  document_newer: 'newer_version',
  document_signature: 'wrong_signature',
} as const;

/** What a person has chosen; null when they cancelled. One that cannot be read says nothing. */
async function chosenText(cx: ActCx, extension: string): Promise<string | null> {
  const path = await cx.dialogs.openFile(files(extension));
  return path === null ? null : ((await smallText(path)) ?? '');
}

async function waitingRules(cx: CommandCx, id: string): Promise<RulePacket | undefined> {
  const known = await rulesReceived(cx.tx);
  return known.find(({ document, state }) => document.id === id && state === 'waiting')?.document;
}

/** The day is never in the past here: it is today's where theirs has gone by. */
function neverPast(refusal: ChangeRefusal) {
  if (refusal.code === 'effective_in_past') throw new Error('the day is today or later');
  return refusal;
}

/** Whoever tells head office of people says why. */
const lacksReason = ({ personal, reason }: HeadOfficeSettings): boolean => personal > 0 && reason === '';

const told = ({ region, schedule, personal, reason, remindDays }: HeadOfficeSettings) => ({
  ...{ region, personal, reason, remindDays },
  schedule: JSON.stringify(schedule),
});

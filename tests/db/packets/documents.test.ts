import {
  type Ack,
  ackText,
  cardText,
  readAck,
  readCard,
  readRules,
  readSheet,
  rulesText,
  sheetText,
} from '@db/packets/documents';
import { fingerprintOf, newSigningKey, publicKeyOf } from '@db/packets/keys';
import { describe, expect, it } from 'vitest';
import { recipient, STORE_ID, STORE_KEY } from './support';

const HQ_KEY = Buffer.alloc(32, 5).toString('base64');
const HQ = publicKeyOf(HQ_KEY);

const ack: Omit<Ack, 'format' | 'version' | 'signature'> = {
  storeId: STORE_ID,
  epoch: '7KQ2ZD',
  upto: { sequence: 4, entry: 900, hash: 'ab'.repeat(32) },
  missing: [{ epoch: '7KQ2ZD', from: 5, to: 6 }],
  forks: [],
  rejected: [{ file: 'SHK_x.shuke', why: 'damaged' }],
  at: '2026-03-09T01:00:00.000Z',
};

describe('exchange: the papers between store and head office', () => {
  it('card and registration sheet say whose key they carry, and come back as written', () => {
    const card = readCard(cardText({ name: '总部', recipient, signingKey: HQ_KEY }));
    expect(card).toMatchObject({ name: '总部', recipient, publicKey: HQ, fingerprint: fingerprintOf(HQ) });
    const sheet = { storeId: STORE_ID, name: '巷口茶铺', region: '华东', signingKey: STORE_KEY };
    expect(readSheet(sheetText(sheet))).toMatchObject({
      storeId: STORE_ID,
      publicKey: publicKeyOf(STORE_KEY),
    });
    expect(sheetText(sheet)).not.toContain(STORE_KEY);
  });

  it('a key that does not fit its fingerprint is none', () => {
    const text = cardText({ name: '总部', recipient, signingKey: HQ_KEY });
    const other = text.replace(HQ, publicKeyOf(newSigningKey()));
    expect(readCard(other)).toMatchObject({ code: 'document_unreadable' });
  });

  it('an ack counts when head office has signed just this', () => {
    const text = ackText(ack, HQ_KEY);
    expect(readAck(text, HQ)).toMatchObject(ack);
    const forged = text.replace('"entry":900', '"entry":901');
    expect(readAck(forged, HQ)).toMatchObject({ code: 'document_signature' });
    expect(readAck(text, publicKeyOf(STORE_KEY))).toMatchObject({ code: 'document_signature' });
  });

  it('what a later minor version adds is signed too, and passed over', () => {
    const text = ackText({ ...ack, weather: 'rain' } as typeof ack, HQ_KEY);
    expect(readAck(text, HQ)).toMatchObject(ack);
    expect(readAck(text.replace('rain', 'snow'), HQ)).toMatchObject({ code: 'document_signature' });
  });

  it('a signature of an ack is none of rules', () => {
    const rules = {
      id: '01890000-0000-7000-8000-000000000001',
      number: 1,
      issuedAt: '2026-03-09T01:00:00.000Z',
      from: '2026-04-01',
      title: '春季',
      why: '',
      changes: { points: { perYuan: 2 } },
    };
    const text = rulesText(rules, HQ_KEY);
    expect(readRules(text, HQ)).toMatchObject(rules);
    const { signature } = JSON.parse(ackText(ack, HQ_KEY));
    const swapped = JSON.stringify({ ...JSON.parse(text), signature });
    expect(readRules(swapped, HQ)).toMatchObject({ code: 'document_signature' });
  });

  it.each(['', '{', '[]', 'null', '{"format":"shuke-hq"}', `"${'x'.repeat(2_000_000)}"`])(
    '%.20s is none',
    (text) => {
      expect(readCard(text)).toMatchObject({ code: 'document_unreadable' });
      expect(readAck(text, HQ)).toMatchObject({ code: 'document_unreadable' });
    },
  );

  it('one of a future version says so', () => {
    const text = cardText({ name: '总部', recipient, signingKey: HQ_KEY }).replace(
      '"version":1',
      '"version":2',
    );
    expect(readCard(text)).toMatchObject({ code: 'document_newer' });
  });
});

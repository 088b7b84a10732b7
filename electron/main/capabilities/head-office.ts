import type { RoomHandlers } from '../context';

const notYet = (): never => {
  throw new Error('head office is being built');
};

export const headOfficeHandlers: RoomHandlers<'headOffice'> = {
  standing: notYet,
  packets: () => [],
  rulePackets: () => [],
  readCard: notYet,
  setUp: notYet,
  change: notYet,
  stop: notYet,
  sheet: notYet,
  saveSheet: notYet,
  send: notYet,
  takeAck: notYet,
  showOutbox: notYet,
  readRules: notYet,
  acceptRules: notYet,
  refuseRules: notYet,
};

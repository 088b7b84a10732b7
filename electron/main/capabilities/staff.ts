import type { RoomHandlers } from '../context';

export const staffHandlers: RoomHandlers<'staff'> = {
  current: (cx) => cx.staff,
};

import { staffList } from '../../../db/staff/queries';
import type { RoomHandlers } from '../context';

export const staffHandlers: RoomHandlers<'staff'> = {
  current: (cx) => cx.staff,
  list: (cx) => staffList(cx.db),
};

import { wallTimeIn } from '../../../db/domain/calendar/wall-clock';
import { refuse } from '../../../db/domain/refusal';
import { instant } from '../../../db/domain/units';
import type { AppCx, RoomHandlers } from '../context';
import { writeWanted } from '../write-file';

const WORDS = {
  'zh-CN': { file: '熟客支持文件', kind: '文本文件' },
  en: { file: 'Shuke support', kind: 'Text file' },
} as const;

export const supportHandlers: RoomHandlers<'support'> = {
  gather: (app) => app.support.gather(),
  save: async (cx, { id }) => {
    const shown = cx.support.shown(id);
    if (shown === undefined) return refuse('gone');
    const words = WORDS[cx.preferences.get().locale];
    const name = `${words.file} ${wallTimeIn(zoneOf(cx))(instant(shown.at)).replace(':', '')}.txt`;
    const path = await cx.dialogs.saveFile(name, [{ name: words.kind, extensions: ['txt'] }]);
    if (path === null) return null;
    const bytes = new TextEncoder().encode(shown.text);
    const refused = await writeWanted(path, bytes);
    if (refused !== null) return refused;
    await cx.audit({ after: { bytes: bytes.byteLength } });
    return { path, bytes: bytes.byteLength };
  },
};

const zoneOf = ({ session }: AppCx): string => session.openShop()?.calendar.zone ?? 'UTC';

import { type ExportedComplaint, exportedComplaints } from '../../../db/complaints/export';
import { showingOf } from '../../../db/complaints/queries';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { wallTimeIn } from '../../../db/domain/calendar/wall-clock';
import { KNOWN_REASONS, type KnownReason } from '../../../db/domain/complaints/reasons';
import { csvLines, UTF8_MARK } from '../../../db/domain/exchange/csv';
import { guardFormula, guardNumber } from '../../../db/domain/exchange/formula-guard';
import { yuanText } from '../../../db/domain/exchange/table';
import type { Instant } from '../../../db/domain/units';
import type { RoomHandlers } from '../context';
import { writeWanted } from '../write-file';
import { ARCHIVE_WORDS, type ArchiveWords } from './archive-words';

/** Everything that was ever complained about: counted, handed out. */
export const complaintArchiveHandlers = {
  /** Reads every complaint of the period: longer than the counter may wait. */
  statistics: ({ readLong, now, today, calendar }, period) =>
    readLong('complaintStatistics', { ...period, now, today, calendar }),

  exportArchive: async ({ dialogs, preferences, session, sources, audit }, filters) => {
    const words = ARCHIVE_WORDS[preferences.get().locale];
    const { opened, calendar } = session.shop();
    const now = sources.clock();
    const today = businessDateOf(now, calendar);
    const kinds = [{ name: words.fileKind, extensions: ['csv'] }];
    const path = await dialogs.saveFile(`${words.fileName} ${today}.csv`, kinds);
    if (path === null) return null;
    const pages = exportedComplaints(opened.db, filters, await showingOf(opened.db, { now, today }));
    let rows = 0;
    const refused = await writeWanted(
      path,
      csvOf(pages, words, wallTimeIn(calendar.zone), (more) => {
        rows += more;
      }),
    );
    if (refused !== null) return refused;
    await audit({ after: { rows } });
    return { path, rows };
  },
} satisfies Pick<RoomHandlers<'complaints'>, 'statistics' | 'exportArchive'>;

/** In the words of the screen. */
async function* csvOf(
  pages: AsyncIterable<ExportedComplaint[]>,
  words: ArchiveWords,
  wall: (at: Instant) => string,
  wrote: (rows: number) => void,
): AsyncGenerator<string> {
  yield UTF8_MARK + csvLines([words.columns]);
  for await (const page of pages) {
    yield csvLines(page.map((complaint) => cellsOf(complaint, words, wall)));
    wrote(page.length);
  }
}

/** In the order of `words.columns`. What people wrote is never run by a spreadsheet. */
function cellsOf(of: ExportedComplaint, words: ArchiveWords, wall: (at: Instant) => string): string[] {
  const time = (at: Instant | null) => (at === null ? '' : wall(at));
  const is = (yes: boolean) => (yes ? words.yes : words.no);
  const { reason, reasonName } = of;
  return [
    String(of.number),
    time(of.receivedAt),
    of.on,
    words.state[of.state],
    words.object[of.object],
    words.group[of.reasonGroup],
    guardFormula(reasonName !== '' ? reasonName : isKnown(reason) ? words.reason[reason] : reason),
    words.severity[of.severity],
    words.channel[of.channel],
    guardNumber(of.memberNo),
    guardFormula(of.memberId === null ? words.walkIn : (of.memberName ?? '')),
    guardFormula(of.phoneMasked),
    ...[of.product, of.aboutStaff, of.what, of.wish].map(guardFormula),
    time(of.responseDueAt),
    time(of.firstRespondedAt),
    is(of.responseBreached),
    time(of.resolutionDueAt),
    time(of.resolvedAt),
    is(of.resolutionBreached),
    time(of.closedAt),
    String(of.reopened),
    of.satisfaction === null ? '' : String(of.satisfaction),
    yuanText(of.compensation),
    ...[of.result, of.cause, of.measure, of.takenBy].map(guardFormula),
  ];
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(KNOWN_REASONS).flat());
const isKnown = (reason: string): reason is KnownReason => KNOWN.has(reason);

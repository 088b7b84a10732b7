import type { Content } from '@domain/care/task';
import type { SegmentRule } from '@domain/segments/segment';
import type { Answered, AskedWith } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Segment = Answered<'segments', 'list'>[number];
export type Vocabulary = Answered<'segments', 'vocabulary'>;
export type CareRound = Answered<'segments', 'rounds'>[number];
type Rule = AskedWith<'segments', 'count'>['rule'];

/** The contract's arrays can be written to, ours cannot; none is. */
export const asAsked = (rule: SegmentRule): Rule => rule as Rule;

export const useSegments = () => useRead('segments', 'list', {});
export const useSizes = () => useRead('segments', 'sizes', {});
export const useVocabulary = () => useRead('segments', 'vocabulary', {});
/** The last number stays until the next one is there. */
export const useCount = (rule: SegmentRule) =>
  useRead('segments', 'count', { rule: asAsked(rule) }, { keepLast: true, forgetAfter: 5_000 });
export const useSaveSegment = () => useCommand('segments', 'save');
export const usePutAway = () => useCommand('segments', 'putAway');
export const useSaveMembers = () => useAct('segments', 'saveMembers');

export const usePreviewCare = (rule: SegmentRule, content: Content) =>
  useRead(
    'segments',
    'previewCare',
    { rule: asAsked(rule), content },
    { keepLast: true, forgetAfter: 5_000 },
  );
export const useGiveCare = () => useCommand('segments', 'giveCare');
export const useRounds = () => useRead('segments', 'rounds', {});

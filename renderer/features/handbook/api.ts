import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type SelfChecked = Answered<'handbook', 'selfChecks'>[number];
export type ChecklistRuns = Answered<'handbook', 'checklists'>[number];

export const useSelfChecks = () => useRead('handbook', 'selfChecks', {});
export const useCheckSelf = () => useCommand('handbook', 'checkSelf');
export const useChecklists = () => useRead('handbook', 'checklists', {});
export const useRunChecklist = () => useCommand('handbook', 'runChecklist');
export const useStories = () => useRead('handbook', 'stories', {});
export const useAddStory = () => useCommand('handbook', 'addStory');
export const useRules = () => useRead('settings', 'rules', {});

import { createContext } from 'react';

/** How the settings call a rule and its value; the audit trail shows changes of rules in the same words. */
export interface RuleWords {
  readonly labelOf: (path: string, value: string) => string;
  readonly wordsOf: (path: string, value: string) => string;
}

export const RuleWordsContext = createContext<RuleWords | null>(null);

/** How the settings call a rule and its value: a change from head office is shown in the same words. */
export interface RuleWords {
  readonly labelOf: (path: string, value: string) => string;
  readonly wordsOf: (path: string, value: string) => string;
}

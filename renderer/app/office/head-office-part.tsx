import { HeadOfficeScreen } from '../../features/head-office/screens/head-office-screen';
import { useRuleWords } from '../../features/settings/use-rule-words';

/** Head office in the office: the rules it sends are shown in the words of the settings. */
export const HeadOfficePart = () => <HeadOfficeScreen ruleWords={useRuleWords()} />;

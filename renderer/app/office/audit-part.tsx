import { useNavigate } from '@tanstack/react-router';
import { RuleWordsContext } from '../../features/audit/rule-words';
import { AuditScreen } from '../../features/audit/screens/audit-screen';
import { useRuleWords } from '../../features/settings/use-rule-words';
import { openMember } from '../counter/counter-state';

/** The audit trail in the office: rules in the words of the settings, members opened at the counter. */
export function AuditPart() {
  const navigate = useNavigate();
  return (
    <RuleWordsContext value={useRuleWords()}>
      <AuditScreen
        onMember={(memberId) => {
          openMember(memberId);
          void navigate({ to: '/counter' });
        }}
      />
    </RuleWordsContext>
  );
}

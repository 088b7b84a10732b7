import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type OfMember, useCareOf } from '../api';
import { useDueWords, useHeldWords, useWhyWords } from '../words';
import { BudgetLine } from './budget-line';
import classes from './care-panel.module.css';
import { ContactList } from './contact-list';
import { NewPlanForm } from './new-plan-form';
import { NewTaskForm } from './new-task-form';
import { Plans } from './plans';
import { TouchForm } from './touch-form';

/** What may be begun from the panel, each by its key. */
const FORMS = [
  { form: 'touch', key: 'Alt+R', hotkey: 'alt+R' },
  { form: 'task', key: 'Alt+T', hotkey: 'alt+T' },
  { form: 'plan', key: 'Alt+M', hotkey: 'alt+M' },
] as const;
export type CareForm = (typeof FORMS)[number]['form'];

interface CarePanelProps {
  readonly memberId: string;
  /** The form that is open, or null for the history. */
  readonly form: CareForm | null;
  readonly onForm: (form: CareForm) => void;
  readonly onCancel: () => void;
}

/** Beside the card: what is open for this member, every contact, and what may be added by hand (S22, S53, S56, S66). */
export function CarePanel({ memberId, form, onForm, onCancel }: CarePanelProps) {
  const { t } = useTranslation('care');
  const [done, setDone] = useState<CareForm | null>(null);
  useHotkeys(
    form === null
      ? FORMS.map(({ form: each, hotkey }) => [hotkey, () => onForm(each), { usePhysicalKeys: true }])
      : [],
    [],
  );
  const care = useCareOf(memberId);
  const formProps = {
    memberId,
    onCancel,
    onDone: () => {
      setDone(form);
      onCancel();
    },
  };
  if (form === 'touch') return <TouchForm {...formProps} />;
  if (form === 'task') return <NewTaskForm {...formProps} />;
  if (form === 'plan') return <NewPlanForm {...formProps} />;
  return (
    <Panel
      title={t('panel.title')}
      onCancel={onCancel}
      reading
      foot={
        <div className={classes.foot}>
          {done === null ? null : <Notice tone="good">{t(`panel.done_${done}`)}</Notice>}
          <div className={classes.acts}>
            {FORMS.map(({ form: each, key }) => (
              <KeyButton key={each} cap={key} size="xs" variant="default" onClick={() => onForm(each)}>
                {t(`panel.${each}`)}
              </KeyButton>
            ))}
          </div>
        </div>
      }
    >
      <Awaited of={care} skeleton={<Bones rows={6} height={44} />}>
        {(shown) => <History memberId={memberId} care={shown} />}
      </Awaited>
    </Panel>
  );
}

function History({ memberId, care }: { readonly memberId: string; readonly care: OfMember }) {
  const { t } = useTranslation('care');
  const why = useWhyWords();
  const due = useDueWords();
  const held = useHeldWords();
  return (
    <>
      <p className={classes.budget}>
        <BudgetLine budget={care.budget} />
      </p>
      <h3 className={classes.head}>{t('panel.tasks')}</h3>
      {care.tasks.length === 0 ? (
        <p className={classes.empty}>{t('panel.noTasks')}</p>
      ) : (
        <ul className={classes.rows}>
          {care.tasks.map((task) => (
            <li key={task.id}>
              <strong>{t(`kind.${task.kind}`)}</strong> <span className="quiet numbers">{due(task)}</span>
              <p className={classes.why}>{why(task)}</p>
              {task.held === null ? null : <p className={classes.held}>{held(task.held)}</p>}
            </li>
          ))}
        </ul>
      )}
      <Plans memberId={memberId} />
      <h3 className={classes.head}>{t('contacts.title')}</h3>
      <ContactList contacts={care.contacts} />
    </>
  );
}

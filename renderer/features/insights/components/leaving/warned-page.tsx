import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/store-context';
import { Asked } from '../../../../ui/asked';
import { FiguresPage } from '../../../../ui/figures-page';
import { NotDone } from '../../../../ui/not-done';
import { Notice } from '../../../../ui/notice';
import type { Warning } from '../../api';
import { useAddTask, useRules } from '../../api';
import { useReasonWords } from './reason';
import { WarnedTable } from './warned-table';

interface WarnedPageProps {
  readonly asOf: Parameters<typeof FiguresPage>[0]['asOf'];
  readonly rows: readonly Warning[];
  readonly onMember: (memberId: string) => void;
  /** How many there are, and what is at stake. */
  readonly children: ReactNode;
}

/** The list with its keys: Enter opens a member, F6 has somebody call them. */
export function WarnedPage({ asOf, rows, onMember, children }: WarnedPageProps) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const reason = useReasonWords();
  const [chosenId, choose] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { now, run } = useAddTask();
  const rules = useRules().data?.rules;
  const chosen = rows.find(({ memberId }) => memberId === chosenId) ?? rows[0];
  const addTask = async () => {
    if (chosen === undefined || chosen.taskId !== null) return;
    setSaid(null);
    const end = await run({
      memberId: chosen.memberId,
      dueOn: format.today,
      content: 'service',
      note: t('warned.task_note', { reason: reason(chosen) }),
      assignedTo: null,
    });
    if (end.state === 'done') setSaid(t('warned.task_made', { name: chosen.name || t('warned.nameless') }));
  };
  return (
    <FiguresPage
      label={t('leaving.warned')}
      asOf={asOf}
      takesFocus={false}
      keys={[
        {
          key: 'F6',
          word: t('warned.task'),
          run: () => void addTask(),
          disabled: chosen === undefined || chosen.taskId !== null || now.state === 'busy',
        },
      ]}
    >
      <Asked
        title={t('warned.title')}
        why={
          rules === undefined
            ? null
            : t('warned.definition', {
                high: rules.insights.value.highPercent,
                days: rules.care.dormantDays,
              })
        }
      >
        {children}
        {said === null ? null : <Notice tone="good">{said}</Notice>}
        <NotDone
          of={now}
          words={(refusal) => t(`warned.refusal.${refusal.code}`)}
          onRetry={() => void addTask()}
        />
      </Asked>
      {rows.length === 0 ? null : (
        <WarnedTable rows={rows} chosen={chosen?.memberId ?? null} onChoose={choose} onOpen={onMember} />
      )}
    </FiguresPage>
  );
}

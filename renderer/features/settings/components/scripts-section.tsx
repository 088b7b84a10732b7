import { type CareScript, TASK_KINDS } from '@domain/care/task';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';
import { RowList } from '../../../ui/row-list';
import { withItem, withoutItem } from '../draft/service';
import { useEdit } from '../use-rules-edit';
import classes from './coupons-section.module.css';
import { ScriptForm } from './script-form';
import { ScriptPreview } from './script-preview';
import { Section } from './section';

/** What is said and sent, with variables, seen as it would read for a real member. */
export function ScriptsSection() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const scripts = TASK_KINDS.flatMap((kind) => draft.scripts.filter((script) => script.kind === kind));
  const [openId, setOpenId] = useState(scripts[0]?.id ?? null);
  const list = useRef<HTMLDivElement>(null);
  const open = scripts.find(({ id }) => id === openId);
  const add = () => {
    const kind = open?.kind ?? 'by_hand';
    const cause = open?.cause ?? null;
    const script: CareScript = {
      ...{ id: crypto.randomUUID(), kind, cause, name: '', content: 'service', text: '' },
    };
    put({ scripts: [...draft.scripts, script] });
    setOpenId(script.id);
  };
  const drop = (id: string) => {
    const at = scripts.findIndex((script) => script.id === id);
    setOpenId((scripts[at + 1] ?? scripts[at - 1])?.id ?? null);
    put({ scripts: withoutItem(draft.scripts, id) });
    list.current?.focus();
  };
  useFunctionPress('F2', add);
  return (
    <Section
      title={t('scripts.title')}
      about={t('scripts.about')}
      example={open === undefined ? null : <ScriptPreview text={open.text} />}
    >
      <div className={classes.desk}>
        <div className={classes.list}>
          <ScriptList list={list} scripts={scripts} openId={open?.id ?? null} onOpen={setOpenId} />
          <KeyButton cap="F2" variant="default" onClick={add}>
            {t('scripts.add')}
          </KeyButton>
        </div>
        {open === undefined ? (
          <p className="quiet">{t('scripts.choose')}</p>
        ) : (
          <ScriptForm
            key={open.id}
            script={open}
            onChange={(changed) => put({ scripts: withItem(draft.scripts, changed) })}
            onDrop={() => drop(open.id)}
          />
        )}
      </div>
    </Section>
  );
}

interface ScriptListProps {
  readonly list: Ref<HTMLDivElement>;
  readonly scripts: readonly CareScript[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function ScriptList({ list, scripts, openId, onOpen }: ScriptListProps) {
  const { t } = useTranslation(['settings', 'care']);
  const { problems } = useEdit();
  const isWrong = (id: string) => Object.keys(problems).some((at) => at.startsWith(`care.scripts.${id}.`));
  return (
    <RowList
      ref={list}
      label={t('scripts.list')}
      rows={scripts}
      idOf={({ id }) => id}
      openId={openId}
      onOpen={({ id }) => onOpen(id)}
    >
      {({ id, name, kind }) => (
        <span className={classes.row}>
          <span className={classes.name}>{name === '' ? t('scripts.unnamed') : name}</span>
          {isWrong(id) ? <span className="danger">{t('coupons.wrong')}</span> : null}
          {name === t(`care:kind.${kind}`) ? null : <span className="quiet">{t(`care:kind.${kind}`)}</span>}
        </span>
      )}
    </RowList>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { RowList } from '../../../ui/row-list';
import { usePutAway, useSegments, useVocabulary } from '../api';
import { build, goOn, useSegmentsState } from '../state';
import { ruleOfTemplate, TEMPLATES, type Template } from '../templates';
import { CareRounds } from './care-rounds';
import { SavedTable } from './saved-table';
import classes from './segments-list.module.css';

/** The saved segments, rules to begin with, and what was given to segments to be done. */
export function SegmentsList() {
  const { t } = useTranslation('segments');
  const store = useOpenStore();
  const { left } = useSegmentsState(store.id);
  const segments = useSegments();
  const [at, setAt] = useState(0);
  const [sure, setSure] = useState<string | null>(null);
  const putAway = usePutAway();
  const templates = useRef<HTMLDivElement>(null);
  const all = segments.data ?? [];
  const chosen = all[Math.min(at, all.length - 1)];
  const isEmpty = segments.data?.length === 0;

  // The rows take the focus themselves; where there are none, one begins with a template.
  useEffect(() => {
    if (isEmpty) templates.current?.focus();
  }, [isEmpty]);

  /** Asked for twice: the first press only asks. */
  const away = () => {
    if (chosen === undefined) return;
    if (sure !== chosen.id) return setSure(chosen.id);
    setSure(null);
    void putAway.run({ segmentId: chosen.id });
  };
  useFunctionKeys([
    { key: 'F6', word: t('key.new'), run: () => build(store.id, {}) },
    ...(left === null ? [] : [{ key: 'F4', word: t('key.goOn'), run: () => goOn(store.id) }]),
    {
      key: 'F9',
      word: t(sure !== null && sure === chosen?.id ? 'key.awaySure' : 'key.away'),
      run: away,
      disabled: chosen === undefined,
    },
  ]);
  return (
    <div className={classes.screen}>
      {left === null ? null : (
        <div className={classes.left}>
          <span>{t('saved.left', { name: left.name || t('builder.new') })}</span>
          <KeyButton cap="F4" variant="default" size="compact-sm" onClick={() => goOn(store.id)}>
            {t('key.goOn')}
          </KeyButton>
        </div>
      )}
      <section className={classes.part} aria-label={t('saved.title')}>
        <h2 className={classes.title}>{t('saved.title')}</h2>
        <NotDone of={putAway.now} words={(refusal) => t(`refusal.${refusal.code}`)} onRetry={away} />
        <Awaited
          of={segments}
          skeleton={<Bones rows={4} height={36} />}
          isEmpty={(saved) => saved.length === 0}
          empty={<p className={classes.teach}>{t('saved.empty')}</p>}
        >
          {(saved) => (
            <SavedTable
              segments={saved}
              at={Math.min(at, saved.length - 1)}
              onMove={(row) => {
                setAt(row);
                setSure(null);
              }}
              onOpen={({ id, name, rule }) => build(store.id, { rule, opened: { id, name, rule }, name })}
            />
          )}
        </Awaited>
      </section>
      <Templates listRef={templates} />
      <CareRounds />
    </div>
  );
}

/** What the shop sells most stands for the milk tea of the source (S37). */
function Templates({ listRef }: { readonly listRef: React.RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation('segments');
  const store = useOpenStore();
  const { today } = useFormat();
  const said = useSegmentWords();
  const product = useVocabulary().data?.products[0]?.word ?? t('template.product');
  const ruleOf = (template: Template) =>
    ruleOfTemplate(template, { month: Number(today.slice(5, 7)), product });
  return (
    <section className={classes.part} aria-label={t('template.title')}>
      <h2 className={classes.title}>{t('template.title')}</h2>
      <RowList
        ref={listRef}
        label={t('template.title')}
        rows={TEMPLATES}
        idOf={(template) => template}
        onOpen={(template) => build(store.id, { rule: ruleOf(template), name: t(`template.${template}`) })}
      >
        {(template) => (
          <span className={classes.template}>
            <strong>{t(`template.${template}`)}</strong>
            <span title={said(ruleOf(template))}>{said(ruleOf(template))}</span>
          </span>
        )}
      </RowList>
    </section>
  );
}

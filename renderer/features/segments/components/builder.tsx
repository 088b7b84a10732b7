import { sameRule } from '@domain/segments/normal';
import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useOpenStore } from '../../../lib/store-context';
import { useBroughtUp } from '../../../lib/use-brought-up';
import { KeyCap } from '../../../ui/key-cap';
import type { Draft } from '../draft';
import { readDraft } from '../draft';
import { keepDraft, keepOpened, leave, type Opened } from '../state';
import classes from './builder.module.css';
import { CareForm } from './care-form';
import { ExportForm } from './export-form';
import { Found } from './found';
import { Reach } from './reach';
import { RuleLines } from './rule-lines';
import { SaveForm } from './save-form';

const TYPING_MS = 150;

/** What is done with a segment beside its rule. */
type Doing = 'save' | 'export' | 'care';

/** Whom a campaign is for: the rule, and the saved segment that it is of. */
export interface Whom {
  readonly rule: SegmentRule;
  readonly segmentId: string | null;
  readonly name: string;
}

interface BuilderProps {
  readonly draft: Draft;
  readonly opened: Opened | null;
  readonly name: string;
  readonly onMember: (memberId: string) => void;
  readonly onCampaign: (whom: Whom) => void;
}

/** The lines of a rule at the left; whom it finds, and what is done with them, at the right. */
export function Builder({ draft, opened, name, onMember, onCampaign }: BuilderProps) {
  const { t } = useTranslation('segments');
  const store = useOpenStore();
  const [doing, setDoing] = useState<Doing | null>(null);
  const opens = useBroughtUp(doing);
  const [asked, setAsked] = useState(false);
  const [order, setOrder] = useState<MemberOrder>('rank');
  const picker = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const { rule, flaws } = readDraft(draft);
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const counted = readDraft(settled).rule;
  const isWhole = flaws.size === 0;
  const isKept = opened !== null && isWhole && sameRule(opened.rule, rule);
  const isUnsaved = draft.lines.length > 0 && !isKept;
  const title = opened?.name ?? (name === '' ? t('builder.new') : name);

  /** Only a whole rule is given something to do; what is missing is said at its place. */
  const start = (what: Doing | (() => void)) => {
    setAsked(true);
    const flawed = flaws.keys().next().value;
    if (flawed !== undefined) {
      setDoing(null);
      document.querySelector<HTMLElement>(`[data-place="${flawed}"] :is(input, select)`)?.focus();
    } else if (typeof what === 'string') setDoing(what);
    else what();
  };
  const back = () => {
    setDoing(null);
    picker.current?.focus();
  };
  const whom: Whom = { rule, segmentId: isKept ? opened.id : null, name: title };
  useFunctionKeys([
    { key: 'F2', word: t('key.condition'), run: back },
    { key: 'F4', word: t('key.members'), run: toMembers, disabled: doing !== null },
    { key: 'F6', word: t('key.save'), run: () => start('save'), active: doing === 'save' },
    { key: 'F7', word: t('key.campaign'), run: () => start(() => onCampaign(whom)) },
    { key: 'F10', word: t('key.export'), run: () => start('export'), active: doing === 'export' },
    { key: 'F9', word: t('key.care'), run: () => start('care'), active: doing === 'care' },
  ]);
  function toMembers() {
    side.current?.querySelector<HTMLElement>('table[tabindex="0"], tr[tabindex="0"]')?.focus();
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // An open list of suggestions closes first.
    if (event.target instanceof HTMLElement && event.target.dataset.mantineStopPropagation) return;
    event.stopPropagation();
    if (side.current?.contains(document.activeElement)) back();
    else leave(store.id, isUnsaved);
  };
  return (
    <section className={classes.builder} aria-label={title} onKeyDown={press}>
      <div className={classes.rule}>
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          <span className="quiet">
            {opened === null ? '' : t(isKept ? 'builder.kept' : 'builder.changed')}
          </span>
          <button
            type="button"
            className={classes.leave}
            tabIndex={-1}
            onClick={() => leave(store.id, isUnsaved)}
          >
            <KeyCap>Esc</KeyCap> {t('builder.toList')}
          </button>
        </header>
        <RuleLines
          draft={draft}
          flaws={flaws}
          asked={asked}
          picker={picker}
          onChange={(next) => {
            setAsked(false);
            keepDraft(store.id, next);
          }}
        />
      </div>
      <div className={classes.side} ref={side}>
        <Reach rule={counted} isPartly={!isWhole} />
        <div className={classes.doing} ref={opens}>
          {shown()}
        </div>
      </div>
    </section>
  );

  function shown() {
    switch (doing) {
      case 'save':
        return (
          <SaveForm
            rule={rule}
            opened={opened}
            name={opened === null ? name : opened.name}
            onDone={(kept) => {
              keepOpened(store.id, kept);
              back();
            }}
            onCancel={back}
          />
        );
      case 'export':
        return <ExportForm rule={rule} name={title} order={order} onCancel={back} />;
      case 'care':
        return <CareForm rule={rule} segmentId={whom.segmentId} onCancel={back} />;
      case null:
        return <Found label={title} rule={counted} order={order} onOrder={setOrder} onOpen={onMember} />;
    }
  }
}

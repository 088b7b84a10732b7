import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { useTrailOfMember } from '../api';
import classes from './audit.module.css';
import { EntryDetail } from './entry-detail';
import { TrailTable } from './trail-table';

interface MemberTrailProps {
  readonly memberId: string;
  readonly onCancel: () => void;
}

/** Who changed this member, and why: beside their card, newest first. */
export function MemberTrail({ memberId, onCancel }: MemberTrailProps) {
  const { t } = useTranslation('audit');
  const [pages, setPages] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const page = useTrailOfMember(memberId, pages.at(-1) ?? null);
  const body = useRef<HTMLDivElement>(null);
  const isThere = page.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies(pages): each page that is turned
  useEffect(() => {
    if (isThere && opened === null) body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }, [isThere, opened, pages]);
  useEffect(() => {
    if (opened !== null) body.current?.focus();
  }, [opened]);
  const next = page.data?.next ?? null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus
    <div
      className={classes.panel}
      onKeyDown={(event: KeyboardEvent) => {
        // One step back: from the entry to the list, from there to the counter.
        if (event.key !== 'Escape' || opened === null) return;
        event.preventDefault();
        event.stopPropagation();
        setOpened(null);
      }}
    >
      <Panel
        title={t('member.title')}
        onCancel={opened === null ? onCancel : () => setOpened(null)}
        {...(next === null || opened !== null
          ? {}
          : {
              foot: (
                <KeyButton cap="Enter" variant="default" fullWidth onClick={() => setPages([...pages, next])}>
                  {t('key.older')}
                </KeyButton>
              ),
            })}
      >
        <div ref={body} tabIndex={-1} className={classes.inPanel}>
          {opened !== null ? (
            <EntryDetail seq={opened} />
          ) : (
            <Awaited
              of={page}
              skeleton={<Bones rows={6} height={48} />}
              isEmpty={(data) => data.rows.length === 0}
              empty={<p className="quiet">{t('member.nothing')}</p>}
            >
              {(data) => (
                <TrailTable
                  label={t('member.title')}
                  rows={data.rows}
                  chosen={chosen}
                  onChoose={setChosen}
                  onOpen={setOpened}
                />
              )}
            </Awaited>
          )}
        </div>
      </Panel>
    </div>
  );
}

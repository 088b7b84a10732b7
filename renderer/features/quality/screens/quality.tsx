import { QUALITY_LISTS } from '@domain/quality/checks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { focusItsRows, ListAndDetail, usePanes } from '../../../ui/list-and-detail';
import { RowList } from '../../../ui/row-list';
import { type Standing, useStanding } from '../api';
import { Duplicates } from '../components/duplicates';
import { Overview } from '../components/overview';
import classes from '../components/quality.module.css';
import { RecordList } from '../components/record-list';
import { type Shown, show, useQuality } from '../state';

interface QualityProps {
  readonly onMember: (memberId: string) => void;
  /** They are one person. */
  readonly onMerge: (oneId: string, otherId: string) => void;
}

/** How good what the shop knows of its members is, what is amiss, and what to do about it (S31-S33). */
export function Quality({ onMember, onMerge }: QualityProps) {
  const { t } = useTranslation('quality');
  const shown = useQuality((quality) => quality.shown);
  const standing = useStanding();
  const index = useRef<HTMLDivElement>(null);
  const panes = usePanes(standing.data !== undefined, () => index.current?.focus(), focusItsRows);
  return (
    <ListAndDetail
      panes={panes}
      label={t('title')}
      listClass={classes.index}
      list={
        <Awaited of={standing} skeleton={<Bones rows={12} height={36} />}>
          {(now) => (
            <>
              <Score standing={now} />
              <RowList
                ref={index}
                label={t('index')}
                rows={rowsOf(now)}
                idOf={({ shown: each }) => each}
                openId={shown}
                onOpen={({ shown: each }) => panes.open(() => show(each))}
              >
                {({ shown: each, members }) => (
                  <span className={classes.entry}>
                    <span>{t(`list.${each}`)}</span>
                    {members === null ? null : (
                      <span className={members === 0 ? 'quiet' : classes.amiss}>{whole(members)}</span>
                    )}
                  </span>
                )}
              </RowList>
            </>
          )}
        </Awaited>
      }
    >
      {shown === 'overview' ? (
        <Awaited of={standing}>{(now) => <Overview standing={now} />}</Awaited>
      ) : shown === 'duplicates' ? (
        <Duplicates onMember={onMember} onMerge={onMerge} />
      ) : (
        <RecordList key={shown} list={shown} onMember={onMember} />
      )}
    </ListAndDetail>
  );
}

/** The overview, the duplicates, then the lists in their order; a list that is empty stays, and says 0. */
const rowsOf = ({ lists, duplicates }: Standing): { shown: Shown; members: number | null }[] => [
  { shown: 'overview', members: null },
  { shown: 'duplicates', members: duplicates },
  ...QUALITY_LISTS.map((list) => ({
    shown: list,
    members: lists.find((each) => each.list === list)?.members ?? 0,
  })),
];

function Score({ standing: { members, completeness } }: { readonly standing: Standing }) {
  const { t } = useTranslation('quality');
  return (
    <header className={classes.score}>
      <p className={classes.average}>
        {completeness.average === null ? t('nobody') : t('score', { score: completeness.average })}
      </p>
      {completeness.average === null ? null : (
        <p className="quiet">{t('scoreAbout', { count: members, members: whole(members) })}</p>
      )}
    </header>
  );
}

import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { useRowKeys } from '../../../ui/use-row-keys';
import { type Batch, useBatches, useResumeBatches } from '../api';
import type { Whom } from '../campaign-draft';
import { useStandstill } from '../use-standstill';
import classes from './campaign-batches.module.css';

/** Campaigns of this store, newest first: how far, and what has been used of them. */
export function CampaignBatches({ onAgain }: { readonly onAgain: (whom: Whom) => void }) {
  const { t } = useTranslation('campaigns');
  return (
    <Awaited
      of={useBatches()}
      skeleton={<Bones rows={3} height={36} />}
      isEmpty={(batches) => batches.length === 0}
      empty={<p className={classes.empty}>{t('batch.empty')}</p>}
    >
      {(batches) => (
        <>
          {batches
            .filter(({ state }) => state === 'running')
            .map((batch) => (
              <Running key={batch.id} batch={batch} />
            ))}
          <Table batches={batches} onAgain={onAgain} />
        </>
      )}
    </Awaited>
  );
}

/** It goes on by itself, also after a restart; where it stands still all the same, a person may push it. */
function Running({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('campaigns');
  const resume = useResumeBatches();
  const stands = useStandstill(batch.issued);
  const words = t('batch.running', {
    name: batch.name,
    issued: whole(batch.issued),
    members: whole(batch.members),
  });
  return (
    <div className={classes.running}>
      <p role="status">{words}</p>
      <Progress value={(batch.issued / batch.members) * 100} transitionDuration={0} aria-label={words} />
      {stands ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={resume.now.state === 'busy'}
          onClick={() => void resume.run({})}
        >
          {t('batch.resume')}
        </Button>
      ) : null}
      {resume.now.state === 'fault' ? <FaultLine mishap={resume.now.mishap} /> : null}
    </div>
  );
}

interface TableProps {
  readonly batches: readonly Batch[];
  readonly onAgain: (whom: Whom) => void;
}

/** To the same members as they are now, whatever has become of the segment they were of. */
const sameMembers = ({ rule, segment, name }: Batch): Whom => ({
  rule,
  segmentId: null,
  name: segment?.name ?? name,
});

function Table({ batches, onAgain }: TableProps) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const [at, setAt] = useState(0);
  const keys = useRowKeys({ count: batches.length, at, onMove: setAt });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid
    <table className={`${classes.table} numbers`} role="grid" aria-label={t('past')}>
      <thead>
        <tr>
          <th scope="col">{t('batch.name')}</th>
          <th scope="col" className={classes.number}>
            {t('batch.members')}
          </th>
          <th scope="col" className={classes.number}>
            {t('batch.issued')}
          </th>
          <th scope="col" className={classes.number}>
            {t('batch.used')}
          </th>
          <th scope="col" className={classes.number}>
            {t('batch.share')}
          </th>
          <th scope="col" className={classes.more}>
            {t('batch.startedAt')}
          </th>
          <th scope="col" className={classes.more}>
            {t('batch.lastDay')}
          </th>
          <th scope="col">{t('batch.whom')}</th>
        </tr>
      </thead>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {batches.map((batch, index) => (
          <tr
            key={batch.id}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={index === at}
            onFocus={() => setAt(index)}
          >
            <td className={classes.name} title={batch.name}>
              {batch.name}
            </td>
            <td className={classes.number}>{whole(batch.members)}</td>
            <td className={classes.number}>{whole(batch.issued)}</td>
            <td className={classes.number}>{whole(batch.used)}</td>
            <td className={classes.number}>{share(batch.used, batch.issued)}</td>
            <td className={classes.more}>{format.dateTime(batch.startedAt)}</td>
            <td className={classes.more}>{format.date(batch.lastDay)}</td>
            <td>
              {batch.segment === null ? null : <span className={classes.whom}>{batch.segment.name}</span>}
              <Button
                variant="default"
                size="compact-sm"
                tabIndex={keys.tabIndexOf(index)}
                onClick={() => onAgain(sameMembers(batch))}
              >
                {t('batch.again')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

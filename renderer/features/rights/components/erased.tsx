import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useErasure } from '../api';
import { HeldIn } from './held-in';
import classes from './rights.module.css';

interface ErasedProps {
  readonly memberId: string;
  readonly onDone: () => void;
}

/** What has become of an erasure: whether the last trace is gone, and which copies still hold the person. */
export function Erased({ memberId, onDone }: ErasedProps) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <Panel
      title={t('erased.title')}
      onCancel={onDone}
      foot={
        <KeyButton ref={done} cap="Enter" fullWidth onClick={onDone}>
          {t('erased.done')}
        </KeyButton>
      }
    >
      <div className={classes.fields}>
        <Awaited of={useErasure(memberId)} isEmpty={(erasure) => erasure === null} empty={null}>
          {(erasure) =>
            erasure === null ? null : (
              <>
                <p>
                  {t('erased.who', {
                    memberNo: erasure.memberNo,
                    at: format.dateTime(erasure.at),
                    name: erasure.staffName,
                  })}
                </p>
                <Notice tone={erasure.cleanedAt === null ? 'quiet' : 'good'}>
                  {t(erasure.cleanedAt === null ? 'erased.cleaning' : 'erased.clean')}
                </Notice>
              </>
            )
          }
        </Awaited>
        <HeldIn memberId={memberId} />
      </div>
    </Panel>
  );
}

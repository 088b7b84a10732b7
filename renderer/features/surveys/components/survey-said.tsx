import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import type { LowAnswer, SurveyDraft } from '../survey-draft';
import classes from './survey-panel.module.css';

interface SurveySaidProps {
  readonly draft: SurveyDraft;
  readonly low: LowAnswer | null;
  readonly complaintKey: string;
  readonly onComplaint: (low: LowAnswer) => void;
  readonly onCancel: () => void;
}

/** What was kept; after a low answer the way to a complaint has the focus. */
export function SurveySaid({ draft, low, complaintKey, onComplaint, onCancel }: SurveySaidProps) {
  const { t } = useTranslation('surveys');
  const offer = useRef<HTMLButtonElement>(null);
  useEffect(() => offer.current?.focus(), []);
  return (
    <Panel title={t('said.title')} onCancel={onCancel}>
      <div className={classes.done} role="status">
        <p className={classes.said}>
          {draft.satisfaction === null ? null : (
            <span className={classes.pair}>
              {t('said.satisfaction')} <strong>{draft.satisfaction}</strong> / 5
            </span>
          )}
          {draft.recommend === null ? null : (
            <span className={classes.pair}>
              {t('said.recommend')} <strong>{draft.recommend}</strong> / 10
            </span>
          )}
        </p>
        {low === null ? (
          <p className="quiet">{t('said.thank')}</p>
        ) : (
          <>
            <Notice tone="mind">{t('said.low')}</Notice>
            <KeyButton ref={offer} cap={complaintKey} onClick={() => onComplaint(low)}>
              {t('said.complaint')}
            </KeyButton>
          </>
        )}
      </div>
    </Panel>
  );
}

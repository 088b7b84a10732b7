import { readCouponCode } from '@domain/coupons/code';
import { useTranslation } from 'react-i18next';
import { ResultsList } from '../../features/members/components/results-list';
import { isWholePhone, startOfSignUp } from '../../features/members/reading';
import { FaultLine } from '../../ui/fault-line';
import { KeyButton } from '../../ui/key-button';
import classes from './counter.module.css';
import { begin, layReceipt, openMember, saleInHand, useCounter, want } from './counter-state';
import type { Found } from './use-found';

/** The contract's cap: there may be more. */
const MOST_ROWS = 20;

interface LeftColumnProps {
  readonly found: Found;
  readonly listId: string;
}

/** Who was found; while nothing is typed, today's last customers. */
export function LeftColumn({ found, listId }: LeftColumnProps) {
  const { t } = useTranslation('counter');
  const text = useCounter((counter) => counter.text);
  const memberId = useCounter((counter) => counter.memberId);
  if (found.fault !== null) {
    return (
      <div className={classes.pad}>
        <FaultLine error={found.fault} onRetry={found.retry} />
      </div>
    );
  }
  if (found.isEmpty === true) {
    return found.isTyping ? (
      <NobodyFound text={text} found={found} />
    ) : (
      <p className={classes.empty}>{t('recentEmpty')}</p>
    );
  }
  return (
    <ResultsList
      id={listId}
      label={label()}
      rows={found.rows}
      active={found.active}
      openId={memberId}
      onOpen={openMember}
    />
  );

  function label(): string {
    if (!found.isTyping) return t('recent');
    return found.rows.length === MOST_ROWS ? t('foundMost') : t('found', { count: found.rows.length });
  }
}

function NobodyFound({ text, found }: { readonly text: string; readonly found: Found }) {
  const { t } = useTranslation('counter');
  const coupon = readCouponCode(text).readAs;
  const isPhone = isWholePhone(text);
  const inHand = useCounter(saleInHand);
  const { bills } = found;
  if (bills.length > 0) {
    return (
      <div className={classes.empty} role="status">
        <p>{t('receiptFound', { text, count: bills.length })}</p>
        <KeyButton cap="Enter" onClick={() => want(text)} tabIndex={-1}>
          {t('openReceipt')}
        </KeyButton>
      </div>
    );
  }
  if (coupon !== 'no_code') {
    return (
      <p className={classes.empty} role="status">
        {t(coupon === 'wrong_code' ? 'wrongCode' : 'unknownCode')}
      </p>
    );
  }
  return (
    <div className={classes.empty} role="status">
      <p>{t(isPhone ? 'newPhone' : 'nobody', { text })}</p>
      <KeyButton
        cap={isPhone ? 'Enter' : 'F1'}
        variant={isPhone ? 'filled' : 'default'}
        onClick={() => begin({ kind: 'signUp', ...startOfSignUp(text) })}
        tabIndex={-1}
      >
        {t('signUp')}
      </KeyButton>
      {inHand && found.asReceipt ? (
        <KeyButton cap="Enter" onClick={() => layReceipt(text)} tabIndex={-1}>
          {t('asReceiptNo')}
        </KeyButton>
      ) : null}
    </div>
  );
}

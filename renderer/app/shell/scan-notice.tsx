import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetScanNotice, useScanNotice } from '../../lib/scan-notice';
import classes from './scan-notice.module.css';

/** Long enough to be read beside a dialog. */
const STAYS_MS = 6000;

/** Why a scan came to nothing, above whatever is open; gone with the next key. */
export function ScanNotice() {
  const { t } = useTranslation('counter');
  const said = useScanNotice((notice) => notice.said);
  useEffect(() => {
    if (said === null) return;
    const gone = setTimeout(forgetScanNotice, STAYS_MS);
    window.addEventListener('keydown', forgetScanNotice);
    return () => {
      clearTimeout(gone);
      window.removeEventListener('keydown', forgetScanNotice);
    };
  }, [said]);
  return (
    <div className={classes.place} role="status">
      {said === null ? null : <p className={classes.notice}>{t(`scan.${said}`)}</p>}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Barcode } from '../../../ui/barcode';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { PrintCopy } from '../../../ui/print-copy';
import { type Sheet, type useSaveSheet, useSheet } from '../api';
import classes from './head-office.module.css';
import { Trouble } from './trouble';

/** Saving it as a file is a key of the screen, so the screen holds it. */
interface SheetViewProps {
  readonly save: ReturnType<typeof useSaveSheet>;
}

/** What head office registers this store by: on paper, or as a file. */
export function SheetView({ save }: SheetViewProps) {
  const { t } = useTranslation('headOffice');
  const sheet = useSheet();
  return (
    <Awaited of={sheet} skeleton={<Bones rows={6} height={36} />}>
      {(found) =>
        found === null ? (
          <p className={classes.line}>{t('sheet.none')}</p>
        ) : (
          <Shown sheet={found} save={save} />
        )
      }
    </Awaited>
  );
}

function Shown({ sheet, save }: SheetViewProps & { readonly sheet: Sheet }) {
  const { t } = useTranslation('headOffice');
  return (
    <div className={classes.detail}>
      <p className={classes.line}>{t('sheet.about')}</p>
      <div className={classes.acts}>
        <KeyButton cap="F10" onClick={() => window.print()}>
          {t('sheet.print')}
        </KeyButton>
        <KeyButton
          cap="F9"
          variant="default"
          loading={save.now.state === 'busy'}
          onClick={() => void save.run({})}
        >
          {t('sheet.save')}
        </KeyButton>
      </div>
      {save.now.state === 'done' && save.now.value !== null ? (
        <Notice tone="good">{t('sheet.saved', { path: save.now.value.path })}</Notice>
      ) : null}
      <Trouble of={save.now} />
      <Paper sheet={sheet} />
      <PrintCopy>
        <Paper sheet={sheet} />
      </PrintCopy>
    </div>
  );
}

/** One page: who the store is, the code to scan, the fingerprint to compare, room for two signatures. */
function Paper({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation('headOffice');
  const facts = [
    [t('sheet.store'), sheet.name],
    [t('field.region'), sheet.region === '' ? '—' : sheet.region],
    [t('sheet.number'), sheet.storeId],
    [t('sheet.to'), sheet.headOffice.name],
  ] as const;
  return (
    <article className={classes.paper} aria-label={t('sheet.title')}>
      <h3>{t('sheet.title')}</h3>
      <dl className={classes.facts}>
        {facts.map(([what, said]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.code}>
        <Barcode kind="qr" text={sheet.text} paper={80} label={t('sheet.code')} />
      </div>
      <p className={classes.label}>{t('sheet.fingerprint')}</p>
      <p className={classes.fingerprint}>{sheet.fingerprint}</p>
      <p className={classes.line}>{t('sheet.compare')}</p>
      <p className={classes.signs}>
        <span>{t('sheet.sign_store')}</span>
        <span>{t('sheet.sign_office')}</span>
      </p>
    </article>
  );
}

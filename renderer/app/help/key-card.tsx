import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../ui/key-cap';
import classes from './help.module.css';

const GROUPS = [
  {
    title: 'keys.find',
    rows: [
      ['keys.type', ['0–9', 'A–Z']],
      ['keys.choose', ['↑', '↓']],
      ['keys.open', ['Enter']],
      ['keys.back', ['Esc']],
      ['keys.scan', ['▮▯▮▮']],
    ],
  },
  {
    title: 'keys.acts',
    rows: [
      ['keys.signUp', ['F1']],
      ['keys.sale', ['F2']],
      ['keys.points', ['F3']],
      ['keys.coupons', ['F4']],
      ['keys.complaint', ['F5']],
      ['keys.survey', ['F6']],
      ['keys.refund', ['F7']],
      ['keys.undo', ['Alt+Z']],
      ['keys.edit', ['F9']],
      ['keys.history', ['F10']],
      ['keys.tier', ['Alt', 'J']],
      ['keys.slip', ['F12']],
      ['keys.care', ['Alt', 'K']],
      ['keys.rights', ['Alt', 'I']],
      ['keys.trail', ['Alt', 'H']],
    ],
  },
  {
    title: 'keys.sale',
    rows: [
      ['keys.toAmount', ['Enter']],
      ['keys.confirm', ['Enter']],
      ['keys.presets', ['Alt', '1–3']],
      ['keys.coupon', ['Alt', '4–9']],
      ['keys.addLine', ['Alt', 'L']],
      ['keys.confirmGrave', ['Ctrl', 'Enter']],
      ['keys.nextField', ['Tab']],
    ],
  },
  {
    title: 'keys.careTasks',
    rows: [
      ['keys.ways', ['F4–F7']],
      ['keys.outcome', ['1–6']],
      ['keys.rating', ['Alt', 'S']],
      ['keys.taskSteps', ['F9', 'F10', 'F12']],
      ['keys.record', ['Ctrl', 'Enter']],
    ],
  },
  {
    title: 'keys.places',
    rows: [
      ['keys.goTo', ['Ctrl', '0–9']],
      ['keys.lock', ['Ctrl', 'L']],
      ['keys.parts', ['Alt', '1–7']],
      ['keys.display', ['Alt', 'D']],
      ['keys.form', ['F11']],
      ['keys.why', ['Tab', '?']],
      ['keys.help', ['?']],
    ],
  },
] as const;

/** Every key of the program, in the order in which one learns them. */
export function KeyCard() {
  const { t } = useTranslation('common');
  return (
    <div className={classes.card}>
      {GROUPS.map(({ title, rows }) => (
        <section key={title}>
          <h3 className={classes.group}>{t(title)}</h3>
          <dl className={classes.rows}>
            {rows.map(([word, caps]) => (
              <div key={word} className={classes.row}>
                <dt className={classes.caps}>
                  {caps.map((cap) => (
                    <KeyCap key={cap} spoken>
                      {cap}
                    </KeyCap>
                  ))}
                </dt>
                <dd className={classes.word}>{t(word)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

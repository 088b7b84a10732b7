/** One line of the map: what it does, and its keys as they stand on the caps. */
type Row = readonly [word: `keys.${string}`, caps: readonly string[]];

/**
 * What holds everywhere or is learned first, in the order in which one learns it. Whatever else a screen
 * binds stands on it as a cap, and in the map as long as the screen is there (`keys-in-sight.ts`).
 */
export const KEY_MAP = [
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
      ['keys.undo', ['Alt', 'Z']],
      ['keys.edit', ['F9']],
      ['keys.history', ['F10']],
      ['keys.tier', ['Alt', 'J']],
      ['keys.slip', ['F12']],
      ['keys.claim', ['Alt', 'E']],
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
      ['keys.parts', ['Alt', '1–9']],
      ['keys.pages', ['Ctrl', 'PageUp', 'PageDown']],
      ['keys.search', ['Ctrl', 'F']],
      ['keys.display', ['Alt', 'D']],
      ['keys.zoom', ['Ctrl', '+', '−']],
      ['keys.form', ['F11']],
      ['keys.summon', ['F8']],
      ['keys.why', ['Tab', '?']],
      ['keys.help', ['?']],
    ],
  },
] as const satisfies readonly { readonly title: `keys.${string}`; readonly rows: readonly Row[] }[];

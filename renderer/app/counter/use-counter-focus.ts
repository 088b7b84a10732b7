import { useEffect } from 'react';
import { isComposing, takesText, writesCharacter } from '../../lib/typing';
import { useHelp } from '../help/help-state';
import { back, focusBox } from './counter-state';

/** An open list of a field closes by Esc itself. */
const hasOpenList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset.lookupBox === undefined && target.ariaExpanded === 'true';

/** Typing anywhere goes to the box, unless a field is being filled in; Esc leads back to it. */
export function useCounterFocus(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useHelp.getState().open) return;
      if (event.key === 'Escape' && !isComposing(event) && !hasOpenList(event.target)) return back();
      if (takesText(event.target) || !writesCharacter(event) || event.key === ' ') return;
      focusBox(); // the character falls into the field that has the focus when it is written
    };
    // A panel that closes takes its focus with it; the box takes it up.
    const lost = (event: FocusEvent) => {
      if (event.relatedTarget !== null || !document.hasFocus()) return;
      queueMicrotask(() => {
        if (document.activeElement === document.body && !useHelp.getState().open) focusBox();
      });
    };
    window.addEventListener('keydown', press);
    window.addEventListener('focusout', lost);
    focusBox();
    performance.mark('box-usable'); // where a cold start ends; the benchmark reads it
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('focusout', lost);
    };
  }, []);
}

import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { enterField, takesText } from '../../lib/typing';
import { lookupBox } from '../counter/counter-state';

/**
 * Called from over another program: the next keys find somebody, over what stood in the box; a sale that is half
 * typed stays. A lock or a dialog is answered first. The dock leads to the counter from other screens, unless a
 * field is being filled in there; a wide window shows what it showed.
 */
export function useSummoned(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      window.shuke.onEvent((event) => {
        if (event.type !== 'summoned' || document.querySelector('[role="dialog"]') !== null) return;
        const box = lookupBox();
        if (box !== null) enterField(box);
        else if (event.form === 'dock' && !takesText(document.activeElement))
          void navigate({ to: '/counter' }).then(() => enterField(lookupBox()));
      }),
    [navigate],
  );
}

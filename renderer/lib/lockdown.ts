import { setNonce } from 'get-nonce';

/**
 * Must be the first import of the window. Under `require-trusted-types-for 'script'` React and
 * Mantine may set plain text as HTML (style tags), but nothing here ever needs markup from a string.
 */
interface PolicyRules {
  createHTML: (text: string) => string;
}
interface TrustedTypesFactory {
  createPolicy: (name: 'default', rules: PolicyRules) => unknown;
}

export function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('markup from a string is refused');
  return text;
}

const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory) : undefined;
factory?.createPolicy('default', { createHTML: refuseMarkup });

/** Main writes a fresh nonce into the page at every load; only styles that carry it are applied. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(styleNonce);

/** Which wording of the consent texts (locales, `members:consent.text`) a person agreed to. Change both together. */
export const CONSENT_TEXT_VERSION = '2026-11';

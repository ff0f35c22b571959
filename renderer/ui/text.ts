import { createInstance } from 'i18next';
import { sayValues, type Message, type TextKey } from '../../shared/text/message';
import { vi } from '../../shared/text/vi';

/** Languages of the screens. Papers are always Vietnamese. */
export type Language = 'vi' | 'en';

const sentences = createInstance({
  lng: 'vi',
  fallbackLng: 'vi',
  defaultNS: 'all',
  resources: { vi: { all: vi } },
  initAsync: false,
  // React escapes; a second escaping would show &amp; in names.
  interpolation: { escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (_text: string, mark: RegExpExecArray) => mark[0],
});
void sentences.init();

type Values = Message['values'];

/** Says a sentence in the language of the screen; what English lacks is said in Vietnamese. */
export function t(what: TextKey | Message, values?: Values): string {
  const message: Message = typeof what === 'string' ? (values ? { key: what, values } : { key: what }) : what;
  return sentences.t(message.key, sayValues(message.values, t));
}

/** Fetches the words of English when they are first wanted. Without its file the screens stay Vietnamese. */
async function fetchEnglish(): Promise<void> {
  if (sentences.hasResourceBundle('en', 'all')) return;
  const words = await import('../../shared/text/en').catch(() => undefined);
  if (words !== undefined) sentences.addResourceBundle('en', 'all', words.en);
}

/** Switches the language of the screens; the caller renders them anew. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en') await fetchEnglish();
  await sentences.changeLanguage(language);
}

/** Tag for `lang`, collation and number formats. */
export function localeOf(language: Language): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}

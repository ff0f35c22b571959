import englishWords from 'react-aria-components/i18n/en-US';
import { t } from './text';

/** Where the component kit looks for words in another language than those it brings; Vietnamese is not among them. */
const LOCALE = Symbol.for('react-aria.i18n.locale');
const STRINGS = Symbol.for('react-aria.i18n.strings');

interface Focused {
  readonly optionText: string;
  readonly isSelected: boolean;
}

function vietnameseWords(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return {
    '@react-aria/overlays': { dismiss: t('shell.kit.dismiss') },
    '@react-aria/searchfield': { 'Clear search': t('shell.kit.clearSearch') },
    'react-aria-components': { selectPlaceholder: t('shell.kit.choose') },
    '@react-aria/combobox': {
      buttonLabel: t('shell.kit.showSuggestions'),
      listboxLabel: t('shell.kit.suggestions'),
      countAnnouncement: ({ optionCount }: { readonly optionCount: number }) =>
        t('shell.kit.optionCount', { count: optionCount }),
      selectedAnnouncement: ({ optionText }: Focused) => t('shell.kit.chosen', { text: optionText }),
      focusAnnouncement: ({ optionText, isSelected }: Focused) =>
        t(isSelected ? 'shell.kit.markedChosen' : 'shell.kit.marked', { text: optionText }),
    },
  };
}

/** Teaches the component kit its few Vietnamese words. Once, before anything is drawn: the kit keeps what it finds first. */
export function installKitWords(): void {
  const ours = vietnameseWords();
  const strings = Object.fromEntries(
    Object.entries(englishWords).map(([name, words]) => [name, { ...words, ...ours[name] }]),
  );
  Object.assign(window, { [LOCALE]: 'vi-VN', [STRINGS]: strings });
}

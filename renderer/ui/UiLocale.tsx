import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Language, localeOf } from './text';

/** Tells the component kit which language and collation the screens have. */
export function UiLocale({
  language = 'vi',
  children,
}: {
  readonly language?: Language;
  readonly children: ReactNode;
}): ReactNode {
  return <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>;
}

import type { ReactNode } from 'react';
import { type Preferences, setPreferences, usePreferences } from '../../preferences.store';
import { RadioRow, Section, t } from '../../ui';

/** Theme, size and language: at once, for this PC. */
export function DisplaySection(): ReactNode {
  const { theme, size, language } = usePreferences();
  return (
    <Section title={t('shell.settings.display')}>
      <RadioRow
        label={t('shell.settings.theme')}
        value={theme}
        onChange={(value) => {
          setPreferences({ theme: value as Preferences['theme'] });
        }}
        options={[
          { value: 'light', text: t('shell.settings.themeLight') },
          { value: 'contrast', text: t('shell.settings.themeContrast') },
        ]}
      />
      <RadioRow
        label={t('shell.settings.size')}
        value={size}
        onChange={(value) => {
          setPreferences({ size: value as Preferences['size'] });
        }}
        options={[
          { value: 'normal', text: t('shell.settings.sizeNormal') },
          { value: 'touch', text: t('shell.settings.sizeTouch') },
        ]}
      />
      <RadioRow
        label={t('shell.settings.language')}
        hint={t('shell.settings.languageHint')}
        value={language}
        onChange={(value) => {
          setPreferences({ language: value as Preferences['language'] });
        }}
        options={[
          { value: 'vi', text: t('shell.settings.languageVi') },
          { value: 'en', text: t('shell.settings.languageEn') },
        ]}
      />
    </Section>
  );
}

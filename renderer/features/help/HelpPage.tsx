import type { ReactNode } from 'react';
import { Page, Section, t } from '../../ui';

const topics = ['saved', 'offline', 'scan', 'fault'] as const;

/** The few things an officer must know, without a line. */
export function HelpPage(): ReactNode {
  return (
    <Page>
      <p className="muted">{t('shell.help.intro')}</p>
      <Section title={t('shell.help.receive.title')}>
        <ol className="help-steps">
          {t('shell.help.receive.steps')
            .split('\n')
            .map((step) => (
              <li key={step}>{step}</li>
            ))}
        </ol>
      </Section>
      {topics.map((topic) => (
        <Section key={topic} title={t(`shell.help.${topic}.title`)}>
          <p>{t(`shell.help.${topic}.body`)}</p>
        </Section>
      ))}
      <p className="muted">{t('shell.help.keys')}</p>
    </Page>
  );
}

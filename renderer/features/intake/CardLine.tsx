import type { ReactNode } from 'react';
import { Button, Notice, Over, t, useHeardScan } from '../../ui';
import { fillPerson, startWithPerson, type Desk } from './intake-flow';
import { type CardNotice, setIntake, useIntake } from './intake.store';
import { shortenName } from './person-words';

function dismiss(): void {
  setIntake({ card: null });
}

interface CardLineProps {
  readonly current: string;
  readonly desk: Desk;
}

/** What there is to say of the card just read: why it failed, what to compare, or whose it is. */
export function CardLine({ current, desk }: CardLineProps): ReactNode {
  const card = useIntake((state) => state.card);
  // What was said of one scan would contradict the next.
  useHeardScan(dismiss);
  return (
    card && (
      <Over>
        <CardWord card={card} current={current} desk={desk} />
      </Over>
    )
  );
}

function CardWord({ card, current, desk }: CardLineProps & { readonly card: CardNotice }): ReactNode {
  switch (card.kind) {
    case 'problem':
      return (
        <Notice tone="warn" onDismiss={dismiss}>
          {t(card.message)}
        </Notice>
      );
    case 'doubts':
      return (
        <Notice tone="warn" onDismiss={dismiss}>
          {card.messages.map((message) => (
            <p key={message.key}>{t(message)}</p>
          ))}
        </Notice>
      );
    case 'other':
      return (
        <Notice
          tone="info"
          title={t('intake.card.other', { name: shortenName(card.person.name), current: shortenName(current) })}
          onDismiss={dismiss}
        >
          <div className="row intake-card-choices">
            <Button
              keys="Alt+1"
              onPress={() => {
                fillPerson('applicant', card.person, card.doubts);
              }}
            >
              {t('intake.card.useAsApplicant')}
            </Button>
            <Button
              keys="Alt+2"
              onPress={() => {
                fillPerson('submitter', card.person, card.doubts);
              }}
            >
              {t('intake.card.useAsSubmitter')}
            </Button>
            <Button keys="Alt+3" onPress={() => void startWithPerson(card.person, card.doubts, desk)}>
              {t('intake.card.newDossier')}
            </Button>
          </div>
        </Notice>
      );
  }
}

import type { ReactNode } from 'react';
import type { SessionStatus } from '../../../shared/ipc/messages';
import { ChoiceList, t, useShortcut } from '../../ui';

type ListedOfficer = SessionStatus['officers'][number];

interface OfficerListProps {
  readonly officers: readonly ListedOfficer[];
  readonly selectedId: string | null;
  /** Picked with the arrows or the mouse; `isFinal` when with Enter or Alt and number: go on to the secret. */
  readonly onSelect: (officerId: string, isFinal: boolean) => void;
}

function OfficerKey({
  no,
  officer,
  onSelect,
}: {
  readonly no: number;
  readonly officer: ListedOfficer;
  readonly onSelect: OfficerListProps['onSelect'];
}): null {
  useShortcut(no <= 9 ? `Alt+${String(no)}` : undefined, officer.name, {
    run: () => {
      onSelect(officer.officerId, true);
    },
  });
  return null;
}

/** Who sits at this counter. */
export function OfficerList({ officers, selectedId, onSelect }: OfficerListProps): ReactNode {
  return (
    <>
      {officers.map((officer, index) => (
        <OfficerKey key={officer.officerId} no={index + 1} officer={officer} onSelect={onSelect} />
      ))}
      <ChoiceList
        label={t('unlock.officers')}
        value={selectedId}
        onChange={(id) => {
          onSelect(id, false);
        }}
        onTake={(id) => {
          onSelect(id, true);
        }}
        items={officers.map((officer, index) => ({
          id: officer.officerId,
          text: officer.name,
          detail: t(`shell.role.${officer.role}`),
          ...(index < 9 ? { keys: `Alt+${String(index + 1)}` } : {}),
        }))}
      />
    </>
  );
}

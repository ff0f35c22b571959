import type { ReactNode } from 'react';
import { IconButton, Section } from '../../ui';
import { closePanel } from './open-panel';

interface PanelFrameProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/** A panel beside the form: it pushes no field aside, and Esc leaves it. */
export function PanelFrame({ title, closeLabel, children }: PanelFrameProps): ReactNode {
  return (
    <Section title={title} aside={<IconButton icon="close" label={closeLabel} onPress={closePanel} />}>
      {children}
    </Section>
  );
}

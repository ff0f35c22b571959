import type { ReactNode } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { Page } from '../../ui';
import { DisplaySection } from './DisplaySection';
import { MachineSection } from './MachineSection';
import { PackagesSection } from './PackagesSection';
import { PinSection } from './PinSection';
import { PrintersSection } from './PrintersSection';
import './settings.css';

/** This officer's PIN, the look of the screens, and what is true of this PC. */
export function SettingsPage({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  return (
    <Page>
      <DisplaySection />
      <PinSection desktop={desktop} />
      <PrintersSection desktop={desktop} />
      <PackagesSection />
      <MachineSection desktop={desktop} />
    </Page>
  );
}

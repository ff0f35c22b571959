import { focusOn, setIntake, useIntake, type Panel } from './intake.store';

/** Shows a panel beside the form and puts the focus into it. The scan panel gives way; what was scanned stays. */
export function openPanel(panel: Exclude<Panel, 'citizen'>, field: string): void {
  setIntake({ panel, isScanOpen: false });
  focusOn(field);
}

/** Closes it; what was entered in it stays. The focus goes back to the field it came from. */
export function closePanel(): void {
  const { draft } = useIntake.getState();
  setIntake({ panel: 'citizen' });
  focusOn(draft === null || draft.focus === '' ? 'procedure' : draft.focus);
}

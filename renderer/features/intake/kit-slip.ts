import { changeDraft, focusOn, setIntake, useIntake } from './intake.store';

/**
 * A slip of the paper kit was scanned: what is on the screen is the entry of that slip afterwards. Day and time stand on the
 * slip in handwriting, so they are asked for. False while nothing is being typed.
 */
export function takeKitSlip(slipNo: string): boolean {
  const { draft, stage } = useIntake.getState();
  if (draft === null || stage !== 'typing') return false;
  changeDraft((current) => ({ ...current, backEntry: { ...current.backEntry, isOn: true, slipNo } }));
  setIntake({
    isMoreOpen: true,
    card: { kind: 'problem', message: { key: 'rules.paperQr.kitSlipTaken', values: { slipNo } } },
  });
  focusOn('backEntry.day');
  return true;
}

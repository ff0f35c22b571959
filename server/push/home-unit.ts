import type { SoundItem } from './push-item';
import type { SubjectWork } from './subject-work';
import type { Device } from '../devices';

/** Unit that a reception, or what precedes one, names as receiving; `undefined` for every other act. */
export function findReceivingUnit({ known }: SoundItem): string | undefined {
  switch (known?.kind) {
    case 'DossierReceived':
    case 'GuidanceIssued':
    case 'RefusalProposed':
    case 'IntakeRefused':
      return known.payload.receivingUnitId;
    case 'OnlineSubmissionArrived':
    case 'CollectedByPost':
      return known.payload.intake.receivingUnitId;
    default:
      return undefined;
  }
}

/**
 * Unit under whose counter row a new subject gets its positions. A dossier that starts without its reception (a stub)
 * belongs for now to the unit the officer acted for.
 */
export function decideHomeUnit(item: SoundItem, device: Device): string {
  const { subject, onBehalfOf } = item.action;
  if (subject.type === 'unitDay') return subject.unitId;
  const receiving = findReceivingUnit(item);
  if (receiving !== undefined) return receiving;
  return onBehalfOf && device.scope.has(onBehalfOf.unitId) ? onBehalfOf.unitId : device.unitId;
}

/** Whether a device may act on a subject at all. A stub is open to whoever holds its slip; its reception is not. */
export function isInScope(item: SoundItem, subject: SubjectWork, device: Device): boolean {
  const receiving = findReceivingUnit(item);
  if (receiving !== undefined && !device.scope.has(receiving)) return false;
  if (item.action.subject.type === 'unitDay') return device.scope.has(subject.homeUnit);
  return !subject.received || device.scope.has(subject.homeUnit) || subject.units.has(device.unitId);
}

/** Units that see the subject from this act on. `unitIds`: registered units; a hand-over in words to another body adds none. */
export function findNewUnits(item: SoundItem, device: Device, unitIds: ReadonlySet<string>): readonly string[] {
  const receiving = findReceivingUnit(item);
  const handedTo =
    item.known?.kind === 'HandedOver' && unitIds.has(item.known.payload.to) ? item.known.payload.to : undefined;
  return [device.unitId, receiving, handedTo].filter((unit) => unit !== undefined);
}

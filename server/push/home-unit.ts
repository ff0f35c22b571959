import { toLocalDay, type LocalDay } from '../../shared/base/time';
import { decideSender } from '../../shared/domain/unit-succession';
import { listFeedUnits, type Offices } from '../offices';
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

/** Whether a device may send acts of a unit: one it was enrolled for, or one merged with it, whenever the merger was. */
function holds(device: Device, act: { readonly unitId: string; readonly day: LocalDay }, { units }: Offices): boolean {
  const sent = { actUnitId: act.unitId, happenedOn: act.day };
  return [...device.scope].some((unitId) => decideSender(units, sent, unitId).kind === 'accepted');
}

/** Whether a device may act on a subject at all. A stub is open to whoever holds its slip; its reception is not. */
export function isInScope(
  { item, subject }: { readonly item: SoundItem; readonly subject: SubjectWork },
  device: Device,
  offices: Offices,
): boolean {
  const day = toLocalDay(item.action.happenedAt);
  const receiving = findReceivingUnit(item);
  if (receiving !== undefined && !holds(device, { unitId: receiving, day }, offices)) return false;
  const isOwn = holds(device, { unitId: subject.homeUnit, day }, offices);
  if (item.action.subject.type === 'unitDay') return isOwn;
  const office = listFeedUnits(offices, device.unitId);
  return !subject.received || isOwn || office.some((unitId) => subject.units.has(unitId));
}

/**
 * Units that see the subject from this act on, each with those it is one office with. A hand-over in words to another body
 * adds none.
 */
export function findNewUnits(item: SoundItem, device: Device, offices: Offices): readonly string[] {
  const receiving = findReceivingUnit(item);
  const handedTo =
    item.known?.kind === 'HandedOver' && offices.unitIds.has(item.known.payload.to) ? item.known.payload.to : undefined;
  const named = [device.unitId, receiving, handedTo].filter((unit) => unit !== undefined);
  return [...new Set(named.flatMap((unitId) => listFeedUnits(offices, unitId)))];
}

import type { Instant } from '../base/time';
import { workingTimeBetween } from './deadline-clock';
import type { DossierState } from './dossier-shape';
import type { EvidenceFact } from './overdue-causes';
import type { WorkingCalendar } from './working-calendar';

/** Who has to act: the own unit (a person only while the counter that received it still has the folder), or others. */
export type HolderGroup = 'own' | 'otherUnit' | 'tax' | 'citizen';

/** Who had a dossier in a stretch of time. */
export interface Holder {
  readonly group: HolderGroup;
  /** Known only for the officer who received it and has not handed it over. */
  readonly officerId: string | null;
  readonly fact: EvidenceFact;
  /** The act that put it there. */
  readonly actionId: string;
}

/** A stretch of one holder. `ms`: its working time. */
export interface HeldStretch {
  readonly holder: Holder;
  readonly from: Instant;
  readonly to: Instant;
  readonly ms: number;
}

/** What the stretches are read from. `ownUnits`: names by which the own unit and its desks go. */
export interface HolderSource {
  readonly state: DossierState;
  readonly ownUnits: readonly string[];
  readonly calendar: WorkingCalendar;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('vi');
}

/** Whether a name on a hand-over or of a handling unit means the own unit. */
export function isOwnUnit(name: string, ownUnits: readonly string[]): boolean {
  return ownUnits.some((own) => plain(own) === plain(name));
}

interface Change {
  readonly at: Instant;
  readonly holder: Holder;
}

/** Every act that gives the folder to somebody, in time. Tax determination and the citizen lie above these. */
function findChanges({ state, ownUnits }: HolderSource): readonly Change[] {
  const moves = [
    ...state.handoversMade,
    ...state.forwardings.filter((forwarding) => forwarding.purpose !== 'taxDetermination'),
  ];
  const changes = moves.map(({ at, to, actionId }): Change => {
    const group = isOwnUnit(to, ownUnits) ? 'own' : 'otherUnit';
    return { at, holder: { group, officerId: null, fact: { kind: 'held', who: to }, actionId } };
  });
  return changes.sort((a, b) => a.at - b.at);
}

interface Overlay {
  readonly from: Instant;
  readonly to: Instant;
  readonly holder: Holder;
}

function findOverlays({ state }: HolderSource): readonly Overlay[] {
  const named = { officerId: null } as const;
  const supplements = state.supplements.map(({ requestedAt, receivedAt, actionId }): Overlay => {
    const fact = { kind: 'waitedForCitizen', what: 'supplement' } as const;
    return { from: requestedAt, to: receivedAt ?? Infinity, holder: { ...named, group: 'citizen', fact, actionId } };
  });
  const payments = state.obligations
    .filter((notice) => notice.amount > 0)
    .map(({ at, fulfilled, actionId }): Overlay => {
      const fact = { kind: 'waitedForCitizen', what: 'payment' } as const;
      return { from: at, to: fulfilled?.at ?? Infinity, holder: { ...named, group: 'citizen', fact, actionId } };
    });
  const taxes = state.forwardings
    .filter((forwarding) => forwarding.purpose === 'taxDetermination')
    .map(({ at, to, actionId }): Overlay => {
      const answers = state.obligations.map((notice) => notice.at).filter((answer) => answer >= at);
      const fact = { kind: 'waitedForTax', who: to } as const;
      return { from: at, to: Math.min(Infinity, ...answers), holder: { ...named, group: 'tax', fact, actionId } };
    });
  return [...supplements, ...payments, ...taxes];
}

interface Way {
  readonly source: HolderSource;
  readonly overlays: readonly Overlay[];
  readonly changes: readonly Change[];
}

function readWay(source: HolderSource): Way {
  return { source, overlays: findOverlays(source), changes: findChanges(source) };
}

function holderAt({ source, overlays, changes }: Way, at: Instant): Holder {
  const overlay = overlays.find((one) => one.from <= at && at < one.to);
  if (overlay) return overlay.holder;
  const change = changes.findLast((one) => one.at <= at);
  if (change) return change.holder;
  const { reception } = source.state;
  return {
    group: 'own',
    officerId: reception?.officerId ?? null,
    fact: { kind: 'held', who: '' },
    actionId: reception?.actionId ?? '',
  };
}

/** Who had the dossier from one instant to another, without gap: at every instant exactly one. */
export function findHolders(
  source: HolderSource,
  span: { readonly from: Instant; readonly to: Instant },
): HeldStretch[] {
  const way = readWay(source);
  const marks = [...way.overlays.flatMap(({ from, to }) => [from, to]), ...way.changes.map((change) => change.at)];
  const inside = marks.filter((mark) => mark > span.from && mark < span.to);
  const cuts = [...new Set([span.from, ...inside, span.to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? span.to;
    const ms = workingTimeBetween(source.calendar, from, to);
    return { holder: holderAt(way, from), from, to, ms };
  });
}

/** Who has the dossier at an instant. */
export function findHolder(source: HolderSource, at: Instant): Holder {
  return holderAt(readWay(source), at);
}

import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import { findKnownAction, type KnownAction } from './actions/action';
import type { AskedPaper, ReceivedPaper } from './actions/action-parts';
import type { DossierState } from './dossier-shape';

/**
 * One line of the supervisor's weekly list: a paper outside the published list (`ground` null: without legal ground), a paper
 * asked for although the office held it, or one the citizen brought unasked.
 */
export interface AskRecord {
  readonly kind: 'outsideList' | 'repeated' | 'volunteered';
  readonly dossierId: string;
  readonly actionId: string;
  readonly procedureCode: string | null;
  /** Legal time of the act. */
  readonly at: Instant;
  readonly officerId: string;
  readonly paperId: string;
  readonly name: string;
  readonly ground: string | null;
  readonly reason: string | null;
}

type Named = AskedPaper & Pick<Partial<ReceivedPaper>, 'volunteered'>;

/** Papers an act asked for or took in. */
function papersOf(action: KnownAction): readonly Named[] {
  switch (action.kind) {
    case 'DossierReceived':
    case 'SupplementReceived':
      return action.payload.papers;
    case 'CollectedByPost':
      return action.payload.intake.papers;
    case 'GuidanceIssued':
    case 'SupplementRequested':
      return action.payload.askedPapers ?? [];
    case 'PaperAttached':
      return [action.payload.paper];
    default:
      return [];
  }
}

function kindOf(paper: Named, listed: ReadonlySet<string>): AskRecord['kind'] | null {
  if (!listed.has(paper.paperId)) return 'outsideList';
  if (paper.volunteered === true) return 'volunteered';
  return paper.repeatReason === undefined ? null : 'repeated';
}

/**
 * Everything of a dossier that belongs on the weekly list, in its order; the same paper is named once per act. `listed` are
 * the paper ids of the published list the dossier was received under. What the citizen of the portal sent is nobody's asking.
 */
export function listAsks(
  state: Pick<DossierState, 'dossierId' | 'procedureCode' | 'timeline'>,
  listed: ReadonlySet<string>,
): readonly AskRecord[] {
  // All these acts are facts: none is ever refused.
  return state.timeline.flatMap(({ action }) => {
    const known = findKnownAction(action);
    if (!known) return [];
    return papersOf(known).flatMap((paper) => {
      const kind = kindOf(paper, listed);
      if (kind === null) return [];
      const { dossierId, procedureCode } = state;
      const { paperId, name, ground, repeatReason } = paper;
      const who = { actionId: action.id, at: action.happenedAt, officerId: action.officerId };
      const why = { ground: ground ?? null, reason: repeatReason ?? null };
      return [{ kind, dossierId, procedureCode, ...who, paperId, name, ...why }];
    });
  });
}

/** The list of a period (days inclusive, legal time): lines by time, and how many of each kind. */
export interface AskReport {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly lines: readonly AskRecord[];
  readonly outsideListWithGround: number;
  readonly outsideListWithoutGround: number;
  readonly repeated: number;
  readonly volunteered: number;
}

/** Builds the weekly list out of the lines of many dossiers. */
export function buildAskReport(
  asks: readonly AskRecord[],
  period: { readonly from: LocalDay; readonly to: LocalDay },
): AskReport {
  const lines = asks
    .filter(({ at }) => toLocalDay(at) >= period.from && toLocalDay(at) <= period.to)
    .sort((a, b) => a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
  const count = (test: (ask: AskRecord) => boolean) => lines.filter(test).length;
  return {
    ...period,
    lines,
    outsideListWithGround: count((ask) => ask.kind === 'outsideList' && ask.ground !== null),
    outsideListWithoutGround: count((ask) => ask.kind === 'outsideList' && ask.ground === null),
    repeated: count((ask) => ask.kind === 'repeated'),
    volunteered: count((ask) => ask.kind === 'volunteered'),
  };
}

import type { DateRules } from '../../../shared/domain/dossier-dates';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { decideOverdueCause } from '../../../shared/domain/overdue-cause';
import type { CauseShare, LateFinding } from '../../../shared/domain/overdue-causes';
import { createRulesFinder } from '../../../shared/domain/watched-dossier';
import type { Instant } from '../../../shared/base/time';
import type { Message } from '../../../shared/text/message';
import { describeEvidence, describeFinding, describeShare } from '../../../shared/text/overdue-sentences';

/** One part of a lateness with what proves it. `officerId`: only where a person answers for it. */
export interface EvidencePart {
  readonly title: Message;
  /** 0 to 1 of the whole lateness. */
  readonly share: number;
  readonly officerId: string | null;
  readonly rows: readonly Message[];
}

/** One lateness in words. */
export interface EvidenceView {
  readonly sentence: Message;
  readonly parts: readonly EvidencePart[];
}

function showPart(part: CauseShare): EvidencePart {
  const { share, officerId, evidence } = part;
  return { title: describeShare(part), share, officerId, rows: evidence.map(describeEvidence) };
}

function showFinding(finding: LateFinding): EvidenceView {
  return { sentence: describeFinding(finding), parts: finding.causes.map(showPart) };
}

/** Why a dossier is late, acceptance first; `undefined` when this PC holds no rules for it. */
export function explainLateness(
  state: DossierState,
  around: { readonly dates: DateRules; readonly ownUnits: readonly string[]; readonly asOf: Instant },
): readonly EvidenceView[] | undefined {
  const { dates, ownUnits, asOf } = around;
  const found = createRulesFinder({ dates, ownUnits })(state);
  if (!found) return undefined;
  const { rules, reference } = found;
  const about = { state, rules, acceptance: reference.rules, versions: reference.versions, ownUnits, asOf };
  const { acceptance, handling } = decideOverdueCause(about);
  return [acceptance, handling].flatMap((finding) => (finding === null ? [] : [showFinding(finding)]));
}

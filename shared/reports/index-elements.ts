import type { IndexElementId, ServiceIndexRules } from '../domain/service-index-rules';
import { judgeNationalAt, type JudgeRules } from './fact-standing';
import { idsOf, shareOf, type Ids } from './figure';
import { listStanding } from './procedure-results';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** An element of the index as far as local data shows it. */
export interface ElementCounts {
  readonly good: Ids;
  readonly bad: Ids;
  /** Share of 1; null when there was nothing to rate. */
  readonly rate: number | null;
}

/** What the catalogue adds: the procedures the unit offers online. */
export interface IndexCatalogue {
  readonly onlineProcedures: readonly string[];
}

function split(facts: readonly ReportFact[], test: (fact: ReportFact) => boolean): ElementCounts {
  const good = idsOf(facts, test);
  const bad = idsOf(facts, (fact) => !test(fact));
  return { good, bad, rate: shareOf(good.length, facts.length) };
}

/** An online dossier counts once its result is a file too, where there is a result (domain notes §1.2, 3.3). */
function isFullyOnline({ channel, readyAt, outcomeForm }: ReportFact): boolean {
  return channel === 'online' && (readyAt === null || outcomeForm !== 'paperOnly');
}

function hasElectronicOutcome({ outcomeForm, hasOutcomeFile }: ReportFact): boolean {
  return outcomeForm !== 'paperOnly' && hasOutcomeFile;
}

function isDigitised(fact: ReportFact): boolean {
  return fact.papers.digitised > 0 && fact.hasOutcomeFile;
}

/** Share of the offered procedures that had a dossier online; the dossiers behind it are those online ones. */
function usedOnline(received: readonly ReportFact[], { onlineProcedures }: IndexCatalogue): ElementCounts {
  const offered = new Set(onlineProcedures);
  const online = received.filter(({ channel, procedureCode }) => channel === 'online' && offered.has(procedureCode));
  const used = new Set(online.map(({ procedureCode }) => procedureCode));
  return { good: idsOf(online), bad: [], rate: shareOf(used.size, offered.size) };
}

interface Dissatisfaction {
  readonly surveyed: readonly ReportFact[];
  readonly disliked: readonly ReportFact[];
}

function readSurveys(facts: readonly ReportFact[], bounds: PeriodBounds, upTo: number): Dissatisfaction {
  const answersOf = ({ surveys }: ReportFact) => surveys.filter(({ at }) => isWithin(at, bounds));
  return {
    surveyed: facts.filter((fact) => answersOf(fact).length > 0),
    disliked: facts.filter((fact) => answersOf(fact).some(({ score }) => score <= upTo)),
  };
}

/**
 * 5.4 = 100 % − (overdue % + dislike %). Complaints of the national system are not here: our own surveys stand for them
 * (provisional). Who answered what is nobody's to know, so only the overdue dossiers are named.
 */
function satisfied(progress: ElementCounts, { surveyed, disliked }: Dissatisfaction): ElementCounts {
  if (progress.rate === null) return progress;
  const dislike = shareOf(disliked.length, surveyed.length) ?? 0;
  return { good: progress.good, bad: progress.bad, rate: Math.max(0, progress.rate - dislike) };
}

/**
 * Elements of QĐ 766 that local dossiers show (domain notes §1.2): 1.4, 2.1, 3.2, 3.3, 3.6, 4.1–4.4 and 5.4. The others are
 * the portal's and need an assumption. 1.4 is held against what this unit received, since the province's own reports are not
 * here. All readings provisional.
 */
export function countIndexElements(
  facts: readonly ReportFact[],
  bounds: PeriodBounds,
  rules: JudgeRules & { readonly catalogue: IndexCatalogue; readonly index: ServiceIndexRules },
): ReadonlyMap<IndexElementId, ElementCounts> {
  const received = facts.filter(({ receivedAt }) => isWithin(receivedAt, bounds));
  const present = listStanding(facts, bounds, rules).map(({ fact }) => fact);
  const done = facts.filter(({ readyAt, receivedAt }) => receivedAt !== null && isWithin(readyAt, bounds));
  const progress = split(present, (fact) => {
    const judged = judgeNationalAt(fact, bounds.end, rules.early);
    return judged !== 'late' && judged !== 'overdue';
  });
  const charged = received.filter(({ stateFeeDue }) => stateFeeDue > 0);
  const withPapers = received.filter(({ papers }) => papers.submitted > 0);
  return new Map<IndexElementId, ElementCounts>([
    ['1.4', split(received, ({ receptionSynced }) => receptionSynced)],
    ['2.1', progress],
    ['3.2', usedOnline(received, rules.catalogue)],
    ['3.3', split(received, isFullyOnline)],
    ['3.6', split(charged, ({ paidOnline }) => paidOnline)],
    ['4.1', split(done, hasElectronicOutcome)],
    ['4.2', split(done, isDigitised)],
    ['4.3', split(withPapers, ({ papers }) => papers.reused > 0)],
    ['4.4', split(withPapers, ({ papers }) => papers.fromNationalStore > 0)],
    ['5.4', satisfied(progress, readSurveys(facts, bounds, rules.index.dissatisfiedUpTo))],
  ]);
}

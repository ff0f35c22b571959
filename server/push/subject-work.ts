import { subjectKey, type Action, type Subject } from '../../shared/domain/actions/action';
import type { Receipt } from '../../shared/domain/verdict';

/** A subject while a push is worked on: what the database holds plus what this push adds. Lives in one transaction. */
export interface SubjectWork {
  readonly key: string;
  /** Id for the fold; empty for a unit day. */
  readonly dossierId: string;
  /** In the database already. */
  readonly stored: boolean;
  homeUnit: string;
  /** A reception or submission was accepted: the home unit is settled. */
  received: boolean;
  lastPos: number;
  readonly units: Set<string>;
  readonly storedUnits: ReadonlySet<string>;
  readonly actions: Action[];
  readonly receipts: Map<string, Receipt>;
}

/** A subject nobody has acted on yet. */
export function openNewSubject(subject: Subject, homeUnit: string): SubjectWork {
  return {
    key: subjectKey(subject),
    dossierId: subject.type === 'dossier' ? subject.id : '',
    stored: false,
    homeUnit,
    received: false,
    lastPos: 0,
    units: new Set([homeUnit]),
    storedUnits: new Set(),
    actions: [],
    receipts: new Map(),
  };
}

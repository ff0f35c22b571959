import { fromLocal } from '../../shared/base/time';
import type { Action, KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import { foldDossier } from '../../shared/domain/dossier-state';
import { canApply, type ProposedAct } from '../../shared/domain/transitions';
import { buildOfficer, createBuilders } from './builders';

/** Shared by the tests of what acts say. */
export const noon = fromLocal('2026-11-20', '12:00');
/** A leader's word on the spot. */
export const immediate = { kind: 'immediate', approverId: 'lãnh đạo' } as const;
/** A word to be given at the close. */
export const deferred = { kind: 'deferred', reason: 'chỉ có một người' } as const;

/** A dossier to act on. */
export function setUp() {
  const make = createBuilders(23);
  const subject = { type: 'dossier', id: make.id() } as const;
  const received = make.action('DossierReceived', { subject });
  const act = <K extends KnownKind>(kind: K, payload: Partial<PayloadOf<K>> = {}) =>
    make.action(kind, { subject }, payload);
  /** Asks with a whole payload after the given acts; without acts of its own the dossier is a stub. */
  const ask = <K extends KnownKind>(
    actions: readonly Action[],
    kind: K,
    payload: Partial<PayloadOf<K>> | undefined,
    parts: Partial<ProposedAct> = {},
  ) => {
    const result = canApply({
      state: foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) }),
      kind,
      payload: payload && make.payload(kind, payload),
      ...{ actor: buildOfficer(), at: noon, happenedAt: noon },
      ...parts,
    });
    return result.ok ? 'ok' : result.error;
  };
  return { make, subject, received, act, ask };
}

/** Faults as `canApply` names them. */
export const done = { kind: 'alreadyDone' };
/** See {@link done}. */
export const missing = (what: string) => ({ kind: 'missing', what });
/** See {@link done}. */
export const notFound = (what: string) => ({ kind: 'notFound', what });

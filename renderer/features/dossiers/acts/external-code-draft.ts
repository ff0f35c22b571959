import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import { canonicalCode } from '../../../../shared/domain/code-search';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import {
  checkExternalCode,
  type ExternalCodeDoubt,
  externalSystems,
  systemsAwaitingCode,
} from '../../../../shared/domain/external-code';
import { required, type FieldErrors } from './field-errors';

/** The code of another system, as typed. */
export interface ExternalCodeDraft {
  readonly system: string;
  readonly code: string;
  /** The other system replaces it later. */
  readonly provisional: boolean;
}

function isDraftSystem(system: string): boolean {
  return externalSystems.find((one) => one.id === system)?.givesProvisionalCodes ?? false;
}

/** A system that still owes its final code comes first: that is what the officer is here for. */
export function startExternalCode({ externalCodes }: Pick<DossierState, 'externalCodes'>): ExternalCodeDraft {
  const [awaiting] = systemsAwaitingCode(externalCodes);
  if (awaiting !== undefined) return { system: awaiting, code: '', provisional: false };
  const system = externalSystems[0]?.id ?? '';
  return { system, code: '', provisional: isDraftSystem(system) };
}

/** Another system; whether its codes are drafts at first is known of most. */
export function chooseSystem(draft: ExternalCodeDraft, system: string): ExternalCodeDraft {
  return { ...draft, system, provisional: isDraftSystem(system) };
}

/** What is odd about the code; an empty one is only said when it is to be recorded. */
export function listDoubts(
  draft: ExternalCodeDraft,
  { externalCodes }: Pick<DossierState, 'externalCodes'>,
): readonly ExternalCodeDoubt[] {
  return checkExternalCode(draft, externalCodes, externalSystems).filter((doubt) => doubt.kind !== 'empty');
}

/** One spelling for all codes, so that a search finds it however it is typed. */
export function readExternalCode({
  system,
  code,
  provisional,
}: ExternalCodeDraft): Result<PayloadOf<'ExternalCodeLinked'>, FieldErrors> {
  const tidy = canonicalCode(code);
  return tidy === '' ? err({ code: required }) : ok({ v: 1, system, code: tidy, provisional });
}

import type { Verdict, VerdictCause } from '../../shared/domain/verdict';

type WhoActs = Exclude<Verdict, { type: 'accepted' }>['whoActs'];

const whoActsOn: Readonly<Record<VerdictCause, WhoActs>> = {
  duplicateCode: 'supervisor',
  codeOutsideLease: 'unitAdmin',
  unknownProcedure: 'province',
  permission: 'supervisor',
  delegation: 'supervisor',
  transition: 'officer',
  dateDoubt: 'supervisor',
  conflict: 'officer',
  foreignUnit: 'unitAdmin',
  malformed: 'unitAdmin',
  deviceRevoked: 'unitAdmin',
  unknownKind: 'province',
};

/** A verdict that names its cause and who has to act. */
export function buildVerdict(type: 'acceptedWithIssue' | 'refused' | 'quarantined', cause: VerdictCause): Verdict {
  return { type, cause, whoActs: whoActsOn[cause] };
}

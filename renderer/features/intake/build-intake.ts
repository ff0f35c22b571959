import { toNfc } from '../../../shared/base/vietnamese';
import type { ReceivedPaper } from '../../../shared/domain/actions/action-parts';
import type { Intake } from '../../../shared/domain/actions/intake-payload';
import type { Party } from '../../../shared/domain/person';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import type { IntakeDraft } from './intake-draft';
import { readQuantities, type IntakeFee } from './intake-money';

/** What was already read of a draft. */
export interface ReadIntake {
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly parties: readonly Party[];
  readonly fee: IntakeFee;
  readonly receivingUnit: Unit;
}

function readPapers(draft: IntakeDraft): ReceivedPaper[] {
  return draft.papers
    .filter(({ mode, counts, ticked }) =>
      mode === 'submit' ? counts.original + counts.certifiedCopy + counts.photocopy > 0 : ticked,
    )
    .map(({ paperId, name, mode, counts }) => ({ paperId, name: toNfc(name).trim(), mode, counts }));
}

/** The intake as far as it can be read: rules look at it while it is still being typed. */
export function buildIntake(draft: IntakeDraft, read: ReadIntake): Intake {
  const { procedure, procedureCase, receivingUnit } = read;
  const listed = new Set(draft.papers.map((row) => row.paperId));
  const returnAddress = toNfc(draft.returnAddress).trim();
  return {
    v: 1,
    procedureCode: procedure.code,
    caseId: procedureCase.id,
    channel: draft.channel,
    receivingUnitId: receivingUnit.id,
    handlingUnit: receivingUnit.parentName,
    parties: [...read.parties],
    papers: readPapers(draft),
    pages: draft.pages.filter((group) => listed.has(group.paperId) && group.pages.length > 0),
    quantities: readQuantities(draft, procedure.quantities),
    setCount: draft.setCount,
    summary: toNfc(draft.summary).trim(),
    fees: [...read.fee.lines],
    ...(read.fee.isUnknown ? { feeUndecided: true as const } : {}),
    returnMethod: draft.returnMethod,
    ...(draft.returnMethod === 'post' && returnAddress !== '' ? { returnAddress } : {}),
  };
}

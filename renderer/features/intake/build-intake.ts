import { toNfc } from '../../../shared/base/vietnamese';
import type { ReceivedPaper } from '../../../shared/domain/actions/action-parts';
import type { Intake } from '../../../shared/domain/actions/intake-payload';
import type { Party } from '../../../shared/domain/person';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Unit } from '../../../shared/domain/unit';
import type { IntakeDraft, PaperRow } from './intake-draft';
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
  return draft.papers.filter(isReceived).map((row) => {
    const [ground, repeatReason] = [tidy(row.ground), tidy(row.repeatReason)];
    return {
      ...{ paperId: row.paperId, name: tidy(row.name), mode: row.mode, counts: row.counts },
      ...(ground === '' ? {} : { ground }),
      ...(repeatReason === '' ? {} : { repeatReason }),
      ...(row.volunteered ? { volunteered: true as const } : {}),
    };
  });
}

function isReceived({ mode, counts, ticked, reuse }: PaperRow): boolean {
  if (reuse !== null) return false;
  return mode === 'submit' ? counts.original + counts.certifiedCopy + counts.photocopy > 0 : ticked;
}

function tidy(text = ''): string {
  return toNfc(text).trim();
}

/** Parcel and certificate as typed; nothing of land where no field was filled. */
function readLand({ land }: IntakeDraft): Pick<Intake, 'land'> {
  const filled = Object.entries(land).filter(([, text]) => tidy(text) !== '');
  return filled.length === 0 ? {} : { land: Object.fromEntries(filled.map(([field, text]) => [field, tidy(text)])) };
}

/** The intake as far as it can be read: rules look at it while it is still being typed. */
export function buildIntake(draft: IntakeDraft, read: ReadIntake): Intake {
  const { procedure, procedureCase, receivingUnit } = read;
  const listed = new Set(draft.papers.map((row) => row.paperId));
  const returnAddress = tidy(draft.returnAddress);
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
    summary: tidy(draft.summary),
    fees: [...read.fee.lines],
    ...(read.fee.isUnknown ? { feeUndecided: true as const } : {}),
    ...(read.fee.waiver === null ? {} : { feeWaiver: read.fee.waiver }),
    ...(Object.keys(draft.answers).length === 0 ? {} : { answers: draft.answers }),
    ...readLand(draft),
    returnMethod: draft.returnMethod,
    ...(draft.returnMethod === 'post' && returnAddress !== '' ? { returnAddress } : {}),
  };
}

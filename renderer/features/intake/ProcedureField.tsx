import type { ReactNode } from 'react';
import type { Procedure } from '../../../shared/domain/procedure';
import { searchProcedures } from '../../../shared/domain/procedure-search';
import { unconfirmedText } from '../../../shared/text/catalogue-sentences';
import { limitText } from '../../../shared/text/rule-sentences';
import { ComboBox, t } from '../../ui';
import { pickProcedure, typeProcedure } from './draft-changes';
import { FieldSlot } from './FieldSlot';
import { findNextStop } from './field-order';
import type { IntakeDraft } from './intake-draft';
import { isCovered, type IntakeSurroundings, type IntakeView } from './intake-form';
import { changeDraft, focusOn, useIntake } from './intake.store';

const SHOWN = 12;

/** Procedures for what is typed; the chosen one's own name shows its neighbours. */
function findChoices(draft: IntakeDraft, around: IntakeSurroundings): readonly Procedure[] {
  const isEmpty = draft.procedureText.trim() === '';
  return searchProcedures(around.reference.procedures, draft.procedureText, isEmpty ? Infinity : SHOWN);
}

/** Takes a procedure and goes on to what it asks. */
function chooseProcedure(procedure: Procedure): void {
  changeDraft((draft) => pickProcedure(draft, procedure));
  const { draft, isPersonOpen, isMoreOpen } = useIntake.getState();
  if (draft) focusOn(findNextStop({ draft, procedure, isPersonOpen, isMoreOpen }, 'procedure'));
}

/** Enter on typed letters takes the best match. False when there is nothing to take, or it is taken already. */
export function chooseBest(draft: IntakeDraft, around: IntakeSurroundings): boolean {
  if (draft.procedureCode !== null || draft.procedureText.trim() === '') return false;
  const best = findChoices(draft, around).find((procedure) => isCovered(around.officer, procedure.code));
  if (best) chooseProcedure(best);
  return true;
}

function describeChosen(view: IntakeView, draft: IntakeDraft): string | undefined {
  const { procedure, procedureCase } = view;
  if (!procedure || !procedureCase) return undefined;
  const values = {
    code: procedure.code,
    field: procedure.field.name,
    limit: t(limitText(procedureCase.limits[draft.channel])),
  };
  const unconfirmed = unconfirmedText(procedure, draft.channel);
  const line = t('intake.procedure.line', values);
  return unconfirmed === undefined ? line : `${line} · ${t(unconfirmed)}`;
}

interface ProcedureFieldProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly problem: string | undefined;
}

/** The picker: a few letters of abbreviation, name or code, with or without marks. */
export function ProcedureField({ draft, view, around, problem }: ProcedureFieldProps): ReactNode {
  const { officer, reference } = around;
  const provisional = reference.provisional ? ` · ${t('intake.procedure.provisional')}` : '';
  const chosenLine = describeChosen(view, draft);
  return (
    <FieldSlot field="procedure" className="intake-procedure">
      <ComboBox
        label={t('intake.procedure.label')}
        placeholder={t('intake.procedure.placeholder')}
        emptyText={t('intake.procedure.none')}
        items={findChoices(draft, around).map((procedure) => {
          const covered = isCovered(officer, procedure.code);
          const detail = covered
            ? `${procedure.code} · ${procedure.field.name}`
            : t('intake.procedure.notDelegated', { unit: view.receivingUnit.name });
          return { id: procedure.code, text: procedure.shortName, detail, isDisabled: !covered };
        })}
        inputValue={draft.procedureText}
        onInputChange={(text) => {
          changeDraft((current) => typeProcedure(current, text, reference.procedures.get(current.procedureCode ?? '')));
        }}
        selectedId={draft.procedureCode}
        onSelect={(code) => {
          const procedure = code === null ? undefined : reference.procedures.get(code);
          if (procedure) chooseProcedure(procedure);
        }}
        error={problem}
        hint={chosenLine === undefined ? undefined : `${chosenLine}${provisional}`}
      />
    </FieldSlot>
  );
}

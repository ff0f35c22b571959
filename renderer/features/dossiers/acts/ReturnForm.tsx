import type { ReactNode } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { buildPersonFromCard } from '../../../../shared/domain/citizen-card';
import { decideCollectors } from '../../../../shared/domain/collectors';
import { classifyScan } from '../../../../shared/domain/slip-qr';
import { collectAnswerText, collectRuleText } from '../../../../shared/text/people-sentences';
import { Checkbox, Notice, NumberField, Picker, RadioRow, t, TextField, useScan } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { ApproverFields } from './ApproverFields';
import type { FieldErrors } from './field-errors';
import {
  askCollector,
  checkReturned,
  chooseParty,
  countToReturn,
  fillFromCard,
  findChosen,
  findParty,
  readReturn,
  type ReturnDraft,
  SOMEBODY,
  startReturn,
} from './return-draft';
import { useActDraft } from './use-act-draft';

const proofs = ['slip', 'card', 'authorisation', 'secondOfficer', 'delivery'] as const;
const MOST_SHEETS = 999;

interface PartProps extends ActFormProps {
  readonly draft: ReturnDraft;
  readonly onChange: (draft: ReturnDraft) => void;
  readonly errors: FieldErrors;
}

/** People of the dossier, each with what the rule of the procedure says of them; anybody else is typed. */
function WhoPart({ state, around, draft, onChange, errors }: PartProps): ReactNode {
  const rule = around.procedure?.collectRule;
  const answers = rule === undefined ? [] : decideCollectors(state.parties, rule);
  const options = state.parties.map(({ role, person }, index) => {
    const answer = answers[index];
    const what = answer === undefined ? t(`dossiers.case.role.${role}`) : t(collectAnswerText(answer));
    return { id: String(index), text: `${person.name} · ${what}` };
  });
  const chosen = findChosen(draft, state);
  return (
    <>
      {options.length > 0 && (
        <Picker
          label={t('caseOutcome.who')}
          width="full"
          value={chosen}
          options={[...options, { id: SOMEBODY, text: t('caseOutcome.somebody') }]}
          onChange={(id) => {
            onChange(chooseParty(draft, state.parties[Number(id)]?.person));
          }}
          hint={rule && t(collectRuleText(rule))}
        />
      )}
      <TextField
        label={t('dossiers.act.return.collector')}
        maxLength={200}
        value={draft.name}
        onChange={(name) => {
          onChange({ ...draft, name });
        }}
        hint={t('dossiers.act.return.collectorHint')}
        error={errors['name'] && t(errors['name'])}
      />
    </>
  );
}

/** On what ground: slip, card, authority; a lost slip needs the citizen's declaration. */
function ProofPart({ state, around, draft, onChange, errors }: PartProps): ReactNode {
  const isSent = state.dispatches.some((dispatch) => dispatch.failed === null);
  const offered = proofs.filter((proof) => proof !== 'delivery' || isSent);
  const canLose = draft.proof !== 'slip' && draft.proof !== 'delivery';
  return (
    <>
      <RadioRow
        label={t('dossiers.act.return.proof')}
        value={draft.proof}
        options={offered.map((value) => ({ value, text: t(`dossiers.act.return.proofOf.${value}`) }))}
        onChange={(value) => {
          onChange({ ...draft, proof: proofs.find((one) => one === value) ?? draft.proof });
        }}
      />
      {draft.proof === 'authorisation' && (
        <TextField
          label={t('caseOutcome.authorisation')}
          hint={t('caseOutcome.authorisationHint')}
          maxLength={300}
          value={draft.authorisation}
          onChange={(authorisation) => {
            onChange({ ...draft, authorisation });
          }}
          error={errors['authorisation'] && t(errors['authorisation'])}
        />
      )}
      <TextField
        label={t('dossiers.act.return.number')}
        isTabular
        inputMode="numeric"
        maxLength={14}
        value={draft.number}
        onChange={(number) => {
          onChange({ ...draft, number });
        }}
        hint={t(findParty(state, draft.number) ? 'dossiers.act.return.numberSame' : 'dossiers.act.return.numberHint')}
        error={errors['number'] && t(errors['number'])}
      />
      {canLose && (
        <Checkbox
          isSelected={draft.lostSlip}
          onChange={(lostSlip) => {
            onChange({ ...draft, lostSlip });
          }}
        >
          {t('caseOutcome.lostSlip')}
        </Checkbox>
      )}
      {canLose && draft.lostSlip && (
        <ApproverFields
          act="lostSlip"
          actor={around.officer}
          draft={draft.approver}
          onChange={(approver) => {
            onChange({ ...draft, approver });
          }}
          errors={errors}
        />
      )}
    </>
  );
}

/** Originals that go back with the result; a count that differs is said, never stopped: it is what happened. */
function OriginalsPart({ state, draft, onChange }: PartProps): ReactNode {
  if (countToReturn(state) === 0) return null;
  const check = checkReturned(state, draft.originals);
  return (
    <>
      <NumberField
        label={t('caseOutcome.originals')}
        width="full"
        max={MOST_SHEETS}
        value={draft.originals}
        onChange={(originals) => {
          onChange({ ...draft, originals });
        }}
        warning={check.kind === 'complete' ? undefined : t(`casePapers.count.${check.kind}`, { count: check.by })}
      />
      {state.outcome?.originalsWithheld && (
        <p className="text-small">{t('caseOutcome.withheld', { what: state.outcome.originalsWithheld })}</p>
      )}
    </>
  );
}

/** Hands the result to the citizen. A card scanned now is the collector's. */
export function ReturnForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<ReturnDraft>(() => startReturn(state));
  useScan((text) => {
    const scan = classifyScan(text);
    if (scan.type !== 'card' || !scan.card.ok) return false;
    const person = buildPersonFromCard(scan.card.value);
    setDraft((known) => fillFromCard(known, person));
    return true;
  });
  const owed = state.feesDue - state.feesCollected;
  const collector = askCollector(draft, state, around.procedure?.collectRule);
  return (
    <ActFrame {...props} kind="OutcomeReturned" read={() => readReturn(draft, around.officer)}>
      {(errors) => {
        const part = { ...props, draft, onChange: setDraft, errors };
        return (
          <>
            {owed > 0 && <Notice tone="warn">{t('dossiers.act.return.feeLeft', { amount: formatDong(owed) })}</Notice>}
            <WhoPart {...part} />
            {collector !== undefined && collector !== 'may' && (
              <Notice tone="warn">{t(collectAnswerText(collector))}</Notice>
            )}
            <ProofPart {...part} />
            <OriginalsPart {...part} />
          </>
        );
      }}
    </ActFrame>
  );
}

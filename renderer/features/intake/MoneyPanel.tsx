import type { ReactNode } from 'react';
import { formatDong } from '../../../shared/base/money';
import { feeLineText } from '../../../shared/text/rule-sentences';
import { DetailList, NumberField, Picker, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { HAND_WAIVER, type IntakeFee } from './intake-money';
import { changeDraft } from './intake.store';
import { PanelFrame } from './PanelFrame';

const NO_WAIVER = 'none';
const BY_HAND = 'hand';
/** Nobody pays more postage than this for a dossier; a slip of the finger does. */
const POSTAGE_MAX = 9_999_999;

interface MoneyPanelProps {
  readonly draft: IntakeDraft;
  readonly fee: IntakeFee | undefined;
  /** The rule charges nothing here: there is nothing to waive. */
  readonly isFree: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

type Waiver = NonNullable<IntakeDraft['waiver']>;

function changeWaiver(change: Partial<Waiver>): void {
  changeDraft((draft) => (draft.waiver === null ? draft : { ...draft, waiver: { ...draft.waiver, ...change } }));
}

function pickWaiver(id: string): void {
  const waiverId = id === BY_HAND ? HAND_WAIVER : id;
  changeDraft((draft) => ({
    ...draft,
    waiver: id === NO_WAIVER ? null : { ground: '', percent: 100, proof: '', ...draft.waiver, waiverId },
  }));
}

function chosenId({ waiver }: IntakeDraft): string {
  if (waiver === null) return NO_WAIVER;
  return waiver.waiverId === HAND_WAIVER ? BY_HAND : waiver.waiverId;
}

function HandWaiver({ waiver }: { readonly waiver: Waiver }): ReactNode {
  return (
    <>
      <FieldSlot field="panel.waiverGround">
        <TextField
          label={t('intakeRules.waiver.ground')}
          maxLength={300}
          reserve={false}
          value={waiver.ground}
          onChange={(ground) => {
            changeWaiver({ ground });
          }}
        />
      </FieldSlot>
      <FieldSlot field="panel.waiverPercent">
        <NumberField
          label={t('intakeRules.waiver.percent')}
          min={1}
          max={100}
          reserve={false}
          value={waiver.percent}
          onChange={(percent) => {
            changeWaiver({ percent });
          }}
        />
      </FieldSlot>
    </>
  );
}

function WaiverFields({ draft, fee, problemOf }: Omit<MoneyPanelProps, 'isFree'>): ReactNode {
  const options = [
    { id: NO_WAIVER, text: t('intakeRules.waiver.none') },
    ...(fee?.waivers ?? []).map(({ id, name, ground }) => ({ id, text: name, detail: ground })),
    { id: BY_HAND, text: t('intakeRules.waiver.byHand') },
  ];
  const { waiver } = draft;
  return (
    <>
      <FieldSlot field="panel.waiver">
        <Picker
          label={t('intakeRules.waiver.label')}
          width="full"
          options={options}
          value={chosenId(draft)}
          error={problemOf('panel.waiver')}
          onChange={pickWaiver}
        />
      </FieldSlot>
      {waiver?.waiverId === HAND_WAIVER && <HandWaiver waiver={waiver} />}
      {waiver !== null && (
        <FieldSlot field="panel.waiverProof">
          <TextField
            label={t('intakeRules.waiver.proof')}
            hint={t('intakeRules.waiver.proofHint')}
            maxLength={300}
            value={waiver.proof}
            onChange={(proof) => {
              changeWaiver({ proof });
            }}
          />
        </FieldSlot>
      )}
    </>
  );
}

function Lines({ fee }: { readonly fee: IntakeFee }): ReactNode {
  if (fee.isUnknown) return <p className="muted">{t('intake.fee.unknown')}</p>;
  const state = fee.gross - fee.waived;
  const sums = [
    { label: t('intakeRules.money.gross'), value: formatDong(fee.gross) },
    ...(fee.waived > 0 ? [{ label: t('intakeRules.money.waived'), value: `− ${formatDong(fee.waived)}` }] : []),
    { label: t('intakeRules.money.stateTotal'), value: <span className="strong">{formatDong(state)}</span> },
    ...(fee.total === state ? [] : [{ label: t('intakeRules.money.total'), value: formatDong(fee.total) }]),
  ];
  return (
    <div className="tabular" role="status">
      <ul className="stack-tight text-small">
        {fee.lines.length === 0 && <li className="muted">{t('intakeRules.money.noLines')}</li>}
        {fee.lines.map((line) => (
          <li key={`${line.ledger}-${line.name}`}>{t(feeLineText(line))}</li>
        ))}
      </ul>
      <DetailList columns={2} items={sums} />
    </div>
  );
}

/** Alt+P: the lines of the fee, who pays less and why, and the postal charge on its own ledger. */
export function MoneyPanel(props: MoneyPanelProps): ReactNode {
  const { draft, fee, isFree } = props;
  return (
    <PanelFrame title={t('intakeRules.money.title')} closeLabel={t('intakeRules.money.close')}>
      {isFree ? <p className="muted">{t('intakeRules.waiver.free')}</p> : <WaiverFields {...props} />}
      <FieldSlot field="panel.postalCharge">
        <NumberField
          label={t('intakeRules.money.postalCharge')}
          hint={t('intakeRules.money.postalHint')}
          width="medium"
          max={POSTAGE_MAX}
          value={draft.postalCharge}
          onChange={(postalCharge) => {
            changeDraft((current) => ({ ...current, postalCharge }));
          }}
        />
      </FieldSlot>
      {fee && <Lines fee={fee} />}
    </PanelFrame>
  );
}

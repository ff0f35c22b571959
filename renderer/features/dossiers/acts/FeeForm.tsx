import { type ReactNode, useMemo } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { toLocalDay } from '../../../../shared/base/time';
import { useReference } from '../../../records/reference.store';
import { useSession } from '../../../session.store';
import { Checkbox, Notice, NumberField, RadioRow, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import {
  chooseAnnounced,
  chooseMethod,
  type FeeDraft,
  listAnnounced,
  listWaivers,
  owesNothing,
  readFee,
  startFee,
} from './fee-draft';
import type { FieldErrors } from './field-errors';
import { describeReceiptPlan, findSeries } from './receipt-plan';
import { useActDraft } from './use-act-draft';
import { WaiverFields } from './WaiverFields';

const methods = ['cash', 'transfer', 'gateway', 'waived'] as const;
const MAX_AMOUNT = 9_999_999_999;
const NEW = 'new';

interface PartProps {
  readonly draft: FeeDraft;
  readonly onChange: (draft: FeeDraft) => void;
  readonly errors: FieldErrors;
}

/** A new collection, or the money of a transfer that was announced before. */
function AnnouncedChoice({ state, draft, onChange }: ActFormProps & PartProps): ReactNode {
  const announced = listAnnounced(state);
  if (announced.length === 0) return null;
  const options = announced.map(({ actionId, lines, reference = '' }) => {
    const amount = formatDong(lines.reduce((sum, line) => sum + line.amount, 0));
    return { value: actionId, text: t('caseMoney.whatAnnounced', { amount, reference }) };
  });
  return (
    <RadioRow
      label={t('caseMoney.what')}
      value={draft.announcedId ?? NEW}
      options={[{ value: NEW, text: t('caseMoney.whatNew') }, ...options]}
      onChange={(value) => {
        onChange(chooseAnnounced(draft, state, value === NEW ? null : value));
      }}
    />
  );
}

function Amounts({ draft, onChange, errors }: PartProps): ReactNode {
  const total = draft.lines.reduce((sum, line) => sum + line.amount, 0);
  const isWaived = draft.method === 'waived';
  return (
    <>
      {draft.lines.map((line, index) => (
        <NumberField
          key={`${draft.method === 'waived' ? 'w' : 'm'}${String(index)}`}
          label={t(isWaived ? 'caseMoney.waived' : 'dossiers.act.fee.amountOf', { name: line.name })}
          width="full"
          reserve={index === draft.lines.length - 1}
          max={MAX_AMOUNT}
          value={line.amount}
          isDisabled={draft.announcedId !== null}
          onChange={(amount) => {
            onChange({ ...draft, lines: draft.lines.with(index, { ...line, amount }) });
          }}
          error={index === draft.lines.length - 1 ? errors['amount'] && t(errors['amount']) : undefined}
        />
      ))}
      <p className="strong tabular">
        {t(isWaived ? 'caseMoney.waivedTotal' : 'dossiers.act.fee.total', { amount: formatDong(total) })}
      </p>
    </>
  );
}

function TransferFields({ draft, onChange, errors }: PartProps): ReactNode {
  if (draft.method === 'cash' || draft.method === 'waived') return null;
  return (
    <>
      <TextField
        label={t('caseMoney.reference')}
        hint={t('caseMoney.referenceHint')}
        maxLength={100}
        isDisabled={draft.announcedId !== null}
        value={draft.reference}
        onChange={(reference) => {
          onChange({ ...draft, reference });
        }}
        error={errors['reference'] && t(errors['reference'])}
      />
      {draft.method === 'transfer' && (
        <Checkbox
          isSelected={draft.hasArrived}
          isDisabled={draft.announcedId !== null}
          onChange={(hasArrived) => {
            onChange({ ...draft, hasArrived });
          }}
        >
          {t('caseMoney.arrived')}
        </Checkbox>
      )}
      {draft.method === 'transfer' && !draft.hasArrived && (
        <p className="muted text-small">{t('caseMoney.notArrived')}</p>
      )}
    </>
  );
}

function useSeries({ around }: ActFormProps, draft: FeeDraft) {
  const unit = useSession((session) => session.unit);
  const counter = useSession((session) => session.counter);
  const current = useReference((known) => known.reference?.units.get(unit?.id ?? ''));
  const day = toLocalDay(around.now);
  return useMemo(() => {
    if (unit === null || counter === null) return undefined;
    const place = { unitId: unit.id, counterId: counter.id, day };
    return findSeries((current ?? unit).receiptSeries ?? [], place, draft.lines);
  }, [unit, counter, current, day, draft.lines]);
}

/** Takes money, fee by fee; state money and postal charge stay apart. */
export function FeeForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<FeeDraft>(() => startFee(state));
  const series = useSeries(props, draft);
  const fees = around.procedure?.cases.find((one) => one.id === state.caseId)?.fees;
  const waivers = listWaivers(fees?.[state.channel ?? 'counter']);
  const plan = describeReceiptPlan(draft, series);
  const book = series?.kind === 'book' ? series : undefined;
  const total = draft.lines.reduce((sum, line) => sum + line.amount, 0);
  return (
    <ActFrame
      {...props}
      kind="FeeCollected"
      canSubmit={total > 0}
      read={() => readFee(draft, { state, actor: around.officer, waivers, book })}
    >
      {(errors) => (
        <>
          {owesNothing(state) && <Notice tone="info">{t('dossiers.act.fee.nothingOwed')}</Notice>}
          <AnnouncedChoice {...props} draft={draft} onChange={setDraft} errors={errors} />
          <Amounts draft={draft} onChange={setDraft} errors={errors} />
          <RadioRow
            label={t('dossiers.act.fee.method')}
            value={draft.method}
            isDisabled={draft.announcedId !== null}
            options={methods.map((value) => ({ value, text: t(`caseMoney.methodOf.${value}`) }))}
            onChange={(value) => {
              setDraft(chooseMethod(draft, state, methods.find((one) => one === value) ?? draft.method));
            }}
          />
          <TransferFields draft={draft} onChange={setDraft} errors={errors} />
          {draft.method === 'waived' && (
            <WaiverFields {...props} draft={draft} onChange={setDraft} errors={errors} waivers={waivers} />
          )}
          {book && draft.method !== 'waived' && (
            <TextField
              label={t('caseMoney.receipt.number')}
              hint={t('caseMoney.receipt.numberHint')}
              isTabular
              inputMode="numeric"
              maxLength={9}
              value={draft.receiptNo}
              onChange={(receiptNo) => {
                setDraft({ ...draft, receiptNo });
              }}
              error={errors['receiptNo'] && t(errors['receiptNo'])}
            />
          )}
          {plan && <p className="muted text-small">{t(plan)}</p>}
        </>
      )}
    </ActFrame>
  );
}

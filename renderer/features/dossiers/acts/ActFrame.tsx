import { type ReactNode, useState } from 'react';
import type { Result } from '../../../../shared/base/result';
import { toLocalTime } from '../../../../shared/base/time';
import { slipNumberSchema } from '../../../../shared/domain/actions/intake-payload';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { describeRecordError } from '../../../../shared/text/record-error-sentences';
import type { Message } from '../../../../shared/text/message';
import { t } from '../../../ui';
import { actName, type PanelAct } from '../case-acts';
import { type ActError, recordAct, type RecordedActs } from '../dossiers.commands';
import type { CaseSurroundings } from '../use-surroundings';
import { type BackEntry, readBackEntry, startBackEntry } from './back-entry';
import { ActShell } from './ActShell';
import { BackEntryFields } from './BackEntryFields';
import type { FieldErrors } from './field-errors';
import { useActDraft } from './use-act-draft';

/** What every form of the panel is given. */
export interface ActFormProps {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
  /** Puts the form away; what was typed stays. */
  readonly onClose: () => void;
  /** The act is on record; the form begins anew next time. */
  readonly onSaved: (told: Message) => void;
}

interface ActFrameProps<Payload extends { readonly v: 1 }> extends ActFormProps {
  readonly kind: PanelAct;
  readonly read: () => Result<Payload, FieldErrors>;
  readonly children: (errors: FieldErrors) => ReactNode;
  /** Records the act in another way than as a plain one. */
  readonly send?: (backEntry: BackEntry | null, payload: Payload) => Promise<Result<RecordedActs, ActError>>;
  /** Off for acts that are done by this PC the moment they are recorded. */
  readonly hasBackEntry?: boolean;
  readonly isDanger?: boolean;
  /** Off while there is nothing to record. */
  readonly canSubmit?: boolean;
}

/** "Đã lưu 10:32: Bàn giao hồ sơ.", with the number of the paper it was given. What the province has of it stands in the header, live. */
export function describeSavedAct(recorded: RecordedActs, kind: PanelAct): Message {
  const at = toLocalTime(recorded.actions[0]?.at ?? 0);
  const values = { at, kind: { key: `domain.kind.${kind}` } as const };
  const slip = slipNumberSchema.safeParse(recorded.actions[0]?.payload['slip']);
  if (slip.success && recorded.shown) {
    const { book, year, number } = slip.data;
    return { key: 'dossiers.handling.talk.saved', values: { ...values, book, year, number } };
  }
  return { key: recorded.shown ? 'dossiers.act.saved' : 'dossiers.act.savedOnly', values };
}

/** A form of the panel: fields, "nhập bù", and the two buttons that are on every one of them. */
export function ActFrame<Payload extends { readonly v: 1 }>(props: ActFrameProps<Payload>): ReactNode {
  const { kind, state, around, hasBackEntry = true } = props;
  const [backEntry, setBackEntry] = useActDraft(() => startBackEntry(around.now), 'backEntry');
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<ActError>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const payload = props.read();
    const time = readBackEntry(hasBackEntry ? backEntry : { ...backEntry, isOne: false }, Date.now());
    if (!payload.ok || !time.ok) {
      setErrors({ ...(payload.ok ? {} : payload.error), ...(time.ok ? {} : time.error) });
      return;
    }
    setErrors({});
    setFailure(undefined);
    setBusy(true);
    const act = { kind, payload: payload.value, backEntry: time.value };
    const recorded = await (props.send ? props.send(time.value, payload.value) : recordAct(state, act));
    setBusy(false);
    if (recorded.ok) props.onSaved(describeSavedAct(recorded.value, kind));
    else setFailure(recorded.error);
  };
  return (
    <ActShell
      title={t(actName(kind, state))}
      more={hasBackEntry && <BackEntryFields draft={backEntry} onChange={setBackEntry} errors={errors} />}
      failure={failure && describeRecordError(failure)}
      submitText={t(`dossiers.act.submit.${kind}`)}
      isBusy={isBusy}
      isDanger={props.isDanger ?? false}
      canSubmit={props.canSubmit ?? true}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      {props.children(errors)}
    </ActShell>
  );
}

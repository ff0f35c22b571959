import { formatDong } from '../base/money';
import type { DossierState } from '../domain/dossier-shape';
import { fillText } from '../text/message';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { timeInWords } from './form-layout';

const own = circular.stop;

/** Form 05 of TT 03/2025, Thông báo dừng giải quyết hồ sơ. A dossier under TT 01/2018 gets it without a form number. */
export const stopNoticeForm: FormDefinition = {
  form: 'stopNotice',
  title: own.title,
  head: 'unit',
  headLines: [words.numberStop],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: [
    { kind: 'text', text: own.to, style: 'centre' },
    { kind: 'text', text: own.toAddress, style: 'centre' },
    { kind: 'text', text: own.dossier },
    { kind: 'text', text: own.asked },
    { kind: 'text', text: own.stage },
    { kind: 'text', text: own.decision },
    { kind: 'text', text: own.decided },
    { kind: 'text', text: own.money },
    { kind: 'text', text: own.originals },
    { kind: 'text', text: own.again },
    { kind: 'signatures', signers: [{ title: own.leaderSigns, name: 'leaderName', hint: words.sign.stamp }] },
  ],
  source: 'domain notes §2.7; wording provisional',
};

function moneyText({ feesCollected, refunded }: DossierState): string {
  const back = refunded.stateFee + refunded.postalCharge;
  if (feesCollected === 0 && back === 0) return own.moneyNone;
  const amounts = { collected: formatDong(feesCollected + back), refunded: formatDong(back) };
  return fillText(back === 0 ? own.moneyKept : own.moneyBack, amounts);
}

/** Form 05 of a dossier that was stopped or withdrawn; `undefined` while it was not. */
export function buildStopNotice(state: DossierState, around: DossierAround): FormFill | undefined {
  const ended = state.stopped ?? state.withdrawn;
  if (ended === null) return undefined;
  const { at } = ended;
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'stopNotice', { since: at });
  const fill = startDossierFill('stopNotice', state, { ...around, at, copyNo });
  const originals = ended.originalsReturned ?? 0;
  return {
    ...fill,
    marks: [],
    values: {
      ...fill.values,
      reason: ended.reason,
      stage: state.stopped?.stage ?? '',
      decisionNo: state.stopped?.decisionNo ?? '',
      stoppedAt: timeInWords(at),
      money: moneyText(state),
      originals: originals === 0 ? '' : String(originals),
      leaderName: '',
    },
  };
}

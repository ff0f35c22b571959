import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { buildOfficer, createBuilders, MORNING } from '../../../../tests/support/builders';
import { buildDeadlineRules } from '../../../../tests/support/deadline-kit';
import { loadReference } from '../../../../tests/support/door-kit';
import { toLocalDay } from '../../../../shared/base/time';
import { embeddedActRules } from '../../../../shared/domain/act-rules';
import type { KnownKind } from '../../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../../shared/domain/dossier-state';
import { setLanguage, ShortcutProvider } from '../../../ui';
import type { PanelAct } from '../case-acts';
import type { CaseSurroundings } from '../use-surroundings';
import { DeliveryForm, ExtensionForm, LetterForm } from './LetterForms';
import { StopForm } from './EndForms';
import { ForwardForm, SignatureForm } from './HandoverForms';
import { HandOverForm, WithdrawForm } from './HandlingForms';
import { NoticeForm, PaymentForm } from './ObligationForms';
import { RequestForm } from './SupplementForms';
import { GuidanceForm, ProposeRefusalForm, RefuseForm } from './TalkForms';

function stateAfter(...kinds: readonly KnownKind[]): DossierState {
  const builders = createBuilders(19);
  const dossierId = builders.id();
  const actions = kinds.map((kind) => builders.action(kind, { subject: { type: 'dossier', id: dossierId } }));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

const reference = loadReference(toLocalDay(MORNING));
const [unit] = reference.units.values();
const officer = buildOfficer('intakeOfficer');

function surround(): CaseSurroundings {
  if (unit === undefined) throw new Error('no unit in the package');
  const deadlineRules = buildDeadlineRules();
  const { calendar } = deadlineRules;
  return {
    actRules: embeddedActRules,
    ...{ now: MORNING, calendar, officer, unit, practice: true, deadlineRules, reference },
    officerName: (id) => id,
    procedure: undefined,
    rules: { now: reference, onDay: () => reference },
    ownUnits: [unit.name, unit.parentName],
    officers: [officer, { ...buildOfficer('supervisor'), officerId: 'lanh-dao', name: 'Trần Quốc Bình' }],
  };
}

const forms: readonly (readonly [PanelAct, typeof HandOverForm, readonly KnownKind[], string])[] = [
  ['HandedOver', HandOverForm, ['DossierReceived'], 'Ghi bàn giao'],
  ['HandoverConfirmed', SignatureForm, ['DossierReceived', 'HandedOver'], 'Người ký nhận'],
  ['Forwarded', ForwardForm, ['DossierReceived'], 'Cơ quan nhận'],
  ['ObligationNotified', NoticeForm, ['DossierReceived', 'Forwarded'], 'Số thông báo'],
  ['ObligationFulfilled', PaymentForm, ['DossierReceived', 'ObligationNotified'], 'Số chứng từ nộp tiền'],
  [
    'SupplementRequested',
    RequestForm,
    ['DossierReceived', 'SupplementRequested', 'SupplementReceived'],
    'Căn cứ pháp lý để yêu cầu bổ sung lần nữa',
  ],
  [
    'DeadlineExtended',
    ExtensionForm,
    ['DossierReceived', 'DeadlineExtended'],
    'Hẹn lại lần thứ hai phải có người duyệt ngay tại chỗ.',
  ],
  ['ApologyIssued', LetterForm, ['DossierReceived'], 'Lý do chậm, ghi trong thư'],
  ['ApologyDelivered', DeliveryForm, ['DossierReceived', 'ApologyIssued'], 'Minh chứng đã gửi'],
  ['ProcessingStopped', StopForm, ['DossierReceived'], 'Lý do dừng giải quyết'],
  ['Withdrawn', WithdrawForm, ['DossierReceived'], 'Số bản chính trả lại công dân'],
  ['GuidanceIssued', GuidanceForm, ['OnlineSubmissionArrived'], 'Hẹn bổ sung trước ngày'],
  ['RefusalProposed', ProposeRefusalForm, ['OnlineSubmissionArrived'], 'Nhân viên bưu điện chỉ đề nghị'],
  ['IntakeRefused', RefuseForm, ['RefusalProposed'], 'đề nghị từ chối lúc'],
];

function draw(Form: typeof HandOverForm, kinds: readonly KnownKind[]): string {
  const props = { state: stateAfter(...kinds), around: surround(), onClose: () => undefined, onSaved: () => undefined };
  return renderToStaticMarkup(createElement(ShortcutProvider, null, createElement(Form, props)));
}

describe('forms of the panel', () => {
  afterEach(() => setLanguage('vi'));

  it.each(forms)('%s is drawn with its words', (_kind, Form, kinds, words) => {
    const markup = draw(Form, kinds);
    expect(markup).toContain(words);
    // A key shown raw is a word that is missing.
    expect(markup).not.toMatch(/dossiers\.\w+\.|\{\{/u);
  });

  it.each(forms)('%s is drawn in English as well', async (_kind, Form, kinds, words) => {
    await setLanguage('en');
    const markup = draw(Form, kinds);
    expect(markup).not.toContain(words);
    expect(markup).not.toMatch(/dossiers\.\w+\.|\{\{/u);
  });
});

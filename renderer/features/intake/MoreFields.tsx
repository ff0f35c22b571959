import type { ReactNode } from 'react';
import { sayVi } from '../../../shared/text/message';
import { Button, Checkbox, NumberField, Picker, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { changeDraft, focusOn, setIntake, useIntake } from './intake.store';
import { openPanel } from './open-panel';
import { startTalk } from './talk-form';
import { spellDate } from './typed-date';

const reasons = ['power', 'line', 'forgotten'] as const;

interface MoreFieldsProps {
  readonly draft: IntakeDraft;
  /** Nothing is charged in this case: there is nothing to waive. */
  readonly isFree: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

function changeBack(change: Partial<IntakeDraft['backEntry']>): void {
  changeDraft((draft) => ({ ...draft, backEntry: { ...draft.backEntry, ...change } }));
}

/** Nhập bù: what was received on paper while there was no power or nobody typed. */
function BackEntry({ draft, problemOf }: Omit<MoreFieldsProps, 'isFree'>): ReactNode {
  const { isOn, day, time, reason, slipNo } = draft.backEntry;
  return (
    <>
      <FieldSlot field="backEntry">
        <Checkbox
          isSelected={isOn}
          onChange={(next) => {
            changeBack({ isOn: next });
            if (next) focusOn('backEntry.day');
          }}
        >
          {t('intake.backEntry.label')}
        </Checkbox>
      </FieldSlot>
      {isOn && (
        <div className="intake-back-entry">
          <FieldSlot field="backEntry.day">
            <TextField
              label={t('intake.backEntry.day')}
              placeholder="dd/mm/yyyy"
              isTabular
              value={day}
              error={problemOf('backEntry.day')}
              onChange={(text) => {
                changeBack({ day: text });
              }}
              onBlur={() => {
                changeBack({ day: spellDate(day) });
              }}
            />
          </FieldSlot>
          <FieldSlot field="backEntry.time">
            <TextField
              label={t('intake.backEntry.time')}
              placeholder="hh:mm"
              isTabular
              value={time}
              error={problemOf('backEntry.time')}
              onChange={(text) => {
                changeBack({ time: text });
              }}
            />
          </FieldSlot>
          <FieldSlot field="backEntry.reason">
            <Picker
              label={t('intake.backEntry.reason')}
              width="full"
              options={reasons.map((id) => ({ id, text: t(`intake.backEntry.${id}`) }))}
              value={reason}
              onChange={(id) => {
                changeBack({ reason: reasons.find((one) => one === id) ?? reason });
              }}
            />
          </FieldSlot>
          <FieldSlot field="backEntry.slipNo">
            <TextField
              label={t('intake.backEntry.slipNo')}
              isTabular
              value={slipNo}
              error={problemOf('backEntry.slipNo')}
              onChange={(text) => {
                changeBack({ slipNo: text });
              }}
            />
          </FieldSlot>
        </div>
      )}
    </>
  );
}

/** Opens the talk that ends without a reception; what was typed of one before is still there. */
function openTalk(): void {
  // Words of a paper: in Vietnamese whatever the screen says.
  const reason = sayVi({ key: 'intakeRules.talk.usualReason' });
  changeDraft((draft) => ({ ...draft, talk: draft.talk ?? startTalk('guidance', reason) }));
  openPanel('talk', 'panel.asked');
}

/** Panels that most dossiers do without. */
function SideSteps({ draft, isFree }: Pick<MoreFieldsProps, 'draft' | 'isFree'>): ReactNode {
  return (
    <>
      <Button
        variant="quiet"
        keys="Alt+G"
        onPress={() => {
          openPanel('people', 'panel.add');
        }}
      >
        {draft.others.length === 0
          ? t('intakeRules.people.button')
          : `${t('intakeRules.people.button')} (${String(draft.others.length)})`}
      </Button>
      <Button
        variant="quiet"
        keys="Alt+P"
        onPress={() => {
          openPanel('money', isFree ? 'panel.postalCharge' : 'panel.waiver');
        }}
      >
        {t('intakeRules.money.button')}
      </Button>
      <Button variant="quiet" keys="Alt+H" onPress={openTalk}>
        {t('intakeRules.talk.button')}
      </Button>
    </>
  );
}

/** What most dossiers leave as it is: one collapsed line. */
export function MoreFields({ draft, isFree, problemOf }: MoreFieldsProps): ReactNode {
  const isOpen = useIntake((state) => state.isMoreOpen);
  const toggle = (): void => {
    setIntake({ isMoreOpen: !isOpen });
    if (!isOpen) focusOn('summary');
  };
  return (
    <div className="intake-more">
      <div className="intake-more-keys">
        <Button variant="quiet" icon={isOpen ? 'up' : 'down'} keys="Alt+M" onPress={toggle}>
          {t(isOpen ? 'intake.less' : 'intake.more')}
        </Button>
        <SideSteps draft={draft} isFree={isFree} />
      </div>
      {isOpen && (
        <>
          <div className="intake-more-fields">
            <FieldSlot field="summary">
              <TextField
                label={t('intake.summary')}
                hint={t('intake.summaryHint')}
                isMultiline
                value={draft.summary}
                error={problemOf('summary')}
                onChange={(text) => {
                  changeDraft((current) => ({ ...current, summary: text }));
                }}
              />
            </FieldSlot>
            <FieldSlot field="setCount">
              <NumberField
                label={t('intake.setCount')}
                min={1}
                max={99}
                value={draft.setCount}
                onChange={(setCount) => {
                  changeDraft((current) => ({ ...current, setCount }));
                }}
              />
            </FieldSlot>
          </div>
          <BackEntry draft={draft} problemOf={problemOf} />
        </>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Button, Checkbox, NumberField, Picker, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { changeDraft, focusOn, setIntake, useIntake } from './intake.store';
import { spellDate } from './typed-date';

const reasons = ['power', 'line', 'forgotten'] as const;

interface MoreFieldsProps {
  readonly draft: IntakeDraft;
  readonly problemOf: (field: string) => string | undefined;
}

function changeBack(change: Partial<IntakeDraft['backEntry']>): void {
  changeDraft((draft) => ({ ...draft, backEntry: { ...draft.backEntry, ...change } }));
}

/** Nhập bù: what was received on paper while there was no power or nobody typed. */
function BackEntry({ draft, problemOf }: MoreFieldsProps): ReactNode {
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

/** What most dossiers leave as it is: one collapsed line. */
export function MoreFields({ draft, problemOf }: MoreFieldsProps): ReactNode {
  const isOpen = useIntake((state) => state.isMoreOpen);
  const toggle = (): void => {
    setIntake({ isMoreOpen: !isOpen });
    if (!isOpen) focusOn('summary');
  };
  return (
    <div className="intake-more">
      <Button variant="quiet" icon={isOpen ? 'up' : 'down'} keys="Alt+M" onPress={toggle}>
        {t(isOpen ? 'intake.less' : 'intake.more')}
      </Button>
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

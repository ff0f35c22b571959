import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { FieldMessage, type FieldProps, labelClass } from './field-parts';
import { Icon } from './Icon';

interface RadioRowProps extends FieldProps {
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly detail?: string;
    readonly isDisabled?: boolean;
  }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** A few choices side by side; ← → move between them. */
export function RadioRow({ reserve = false, ...props }: RadioRowProps): ReactNode {
  return (
    <RadioGroup
      className="field"
      value={props.value}
      onChange={props.onChange}
      orientation="horizontal"
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      validationBehavior="aria"
    >
      <Label className={labelClass(props)}>{props.label}</Label>
      <div className="ui-choice-row">
        {props.options.map((option) => (
          <RadioField key={option.value} value={option.value} isDisabled={option.isDisabled ?? false}>
            <RadioButton className="ui-choice">
              <span className="ui-choice-mark ui-choice-mark-round" />
              <span>
                {option.text}
                {option.detail && <span className="muted"> {option.detail}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldMessage error={props.error} warning={props.warning} hint={props.hint} reserve={reserve} />
    </RadioGroup>
  );
}

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Yes or no. */
export function Checkbox({ children, isSelected, onChange, isDisabled = false }: CheckboxProps): ReactNode {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className="ui-choice">
        <span className="ui-choice-mark">{isSelected && <Icon name="check" />}</span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

import type { ReactNode } from 'react';
import { Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldMessage, type FieldProps, labelClass, onEnter } from './field-parts';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'password' | 'tel' | 'email';
  readonly inputMode?: 'text' | 'numeric';
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly width?: 'short' | 'medium' | 'full';
  readonly isTabular?: boolean;
  /** Treated like a password by the scanner reader: a burst in it is thrown away. */
  readonly isSecret?: boolean;
  readonly onArrow?: (direction: 1 | -1) => void;
}

/** One line (or a few) of text. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, value, onChange, width = 'full', type = 'text', error } = props;
  const input = props.isTabular ? 'field-input tabular' : 'field-input';
  const keyDown = onEnter(props.onEnter);
  return (
    <AriaTextField
      className={`field field-${width}`}
      value={value}
      onChange={onChange}
      onBlur={() => props.onBlur?.()}
      type={type}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      // The officer came to this screen to type here.
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
    >
      <Label className={labelClass(props)}>{label}</Label>
      {props.isMultiline ? (
        <TextArea className={`${input} field-area`} rows={3} placeholder={props.placeholder ?? ''} />
      ) : (
        <Input
          className={input}
          placeholder={props.placeholder ?? ''}
          {...(props.inputRef ? { ref: props.inputRef } : {})}
          {...(props.isSecret ? { 'data-secret': '' } : {})}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
            if (step !== undefined && props.onArrow) {
              event.preventDefault();
              props.onArrow(step);
            }
            keyDown(event);
          }}
        />
      )}
      <FieldMessage {...props} />
    </AriaTextField>
  );
}

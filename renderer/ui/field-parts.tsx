import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { FieldError, Text } from 'react-aria-components';
import { Icon } from './Icon';
import { isComposingKey } from './keyboard';
import './field.css';

/** What every field has. */
export interface FieldProps {
  readonly label: string;
  /** The label is still read out. */
  readonly labelHidden?: boolean;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly hint?: string | undefined;
  /** Keeps a line free below the field so that nothing moves when a message comes; on by default. */
  readonly reserve?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Enter, but not the one that ends an input method's composition. */
  readonly onEnter?: () => void;
}

/** Class of the label. */
export function labelClass(props: Pick<FieldProps, 'labelHidden'>): string {
  return props.labelHidden ? 'visually-hidden' : 'field-label';
}

/** The line below a field: error before warning before hint. Its place is kept free. */
export function FieldMessage({
  error,
  warning,
  hint,
  reserve = true,
}: Pick<FieldProps, 'error' | 'warning' | 'hint' | 'reserve'>): ReactNode {
  if (!reserve && !error && !warning && !hint) return null;
  return (
    <div className={reserve ? 'field-message' : 'field-message field-message-floating'}>
      {error ? (
        <FieldError className="field-error">
          <Icon name="alert" />
          {error}
        </FieldError>
      ) : warning ? (
        <Text slot="description" className="field-warning">
          <Icon name="warn" />
          {warning}
        </Text>
      ) : hint ? (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      ) : null}
    </div>
  );
}

/** A key handler for Enter that leaves composing input methods alone. */
export function onEnter(handler: (() => void) | undefined): (event: KeyboardEvent) => void {
  return (event) => {
    if (!handler || event.key !== 'Enter' || event.ctrlKey || event.altKey || isComposingKey(event.nativeEvent)) {
      return;
    }
    event.preventDefault();
    handler();
  };
}

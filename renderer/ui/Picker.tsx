import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Label, ListBox, Popover, Select, SelectValue } from 'react-aria-components';
import { FieldMessage, type FieldProps, labelClass } from './field-parts';
import { Icon } from './Icon';
import { type Option, OptionItem } from './OptionItem';
import { t } from './text';

interface PickerProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly width?: 'short' | 'medium' | 'full';
}

/** Letters choose in the open list only: in a closed one the first keys of a scan would change the choice unseen. */
function keepLettersOut(event: KeyboardEvent): void {
  const isLetter = event.key.length === 1 && event.key !== ' ';
  const isClosed = event.target instanceof Element && event.target.getAttribute('aria-expanded') !== 'true';
  if (isLetter && isClosed && !event.ctrlKey && !event.altKey) event.stopPropagation();
}

/** A short list of fixed choices. */
export function Picker(props: PickerProps): ReactNode {
  return (
    <Select
      className={`field field-${props.width ?? 'medium'}`}
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(String(key));
      }}
      placeholder={props.placeholder ?? t('shell.field.choose')}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={labelClass(props)}>{props.label}</Label>
      <div className="ui-picker-keys" onKeyDownCapture={keepLettersOut}>
        <Button className="field-input ui-picker-button">
          <SelectValue className="truncate" />
          <Icon name="down" />
        </Button>
      </div>
      <FieldMessage {...props} />
      <Popover className="ui-list-popover" offset={4}>
        <ListBox items={props.options}>{(item) => <OptionItem {...item} />}</ListBox>
      </Popover>
    </Select>
  );
}

import type { KeyboardEvent, ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, Input, Label, ListBox, Popover } from 'react-aria-components';
import { FieldMessage, type FieldProps, labelClass, onEnter } from './field-parts';
import { Icon } from './Icon';
import { type Option, OptionItem } from './OptionItem';
import { t } from './text';

interface ComboBoxProps extends FieldProps {
  /** Already filtered and ordered by the caller. */
  readonly items: readonly Option[];
  readonly inputValue: string;
  readonly onInputChange: (text: string) => void;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly emptyText?: string;
  readonly placeholder?: string;
}

/** Type to find; Enter takes the first hit, ↑ ↓ mark another. The text stays when the focus leaves. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const { items, inputValue, onInputChange, selectedId, onSelect, error } = props;
  const first = items.find((item) => item.isDisabled !== true);
  const takeFirst = (event: KeyboardEvent): void => {
    const isMarked = event.currentTarget.hasAttribute('aria-activedescendant');
    const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
    if (isOpen && !isMarked && selectedId === null && inputValue.trim() !== '' && first) {
      onEnter(() => {
        onSelect(first.id);
      })(event);
    } else if (!isOpen) {
      onEnter(props.onEnter)(event);
    }
  };
  return (
    <AriaComboBox
      className="field field-full"
      items={items}
      inputValue={inputValue}
      onInputChange={onInputChange}
      value={selectedId}
      onChange={(key) => {
        onSelect(key === null ? null : String(key));
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={labelClass(props)}>{props.label}</Label>
      <div className="field-box">
        <Input
          className="field-input"
          placeholder={props.placeholder ?? ''}
          spellCheck={false}
          {...(props.inputRef ? { ref: props.inputRef } : {})}
          onKeyDown={takeFirst}
        />
        <Button className="field-open" aria-label={t('shell.field.openList')}>
          <Icon name="down" />
        </Button>
      </div>
      <FieldMessage {...props} />
      <Popover className="ui-list-popover" offset={4}>
        <ListBox<Option>
          className="ui-combo-list"
          renderEmptyState={() => (
            <div className="ui-list-empty">{props.emptyText ?? t('shell.field.nothingFound')}</div>
          )}
        >
          {(item) => <OptionItem {...item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

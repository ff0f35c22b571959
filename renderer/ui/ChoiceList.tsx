import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { KeyHint } from './KeyHint';
import './choice-list.css';

interface ChoiceListProps {
  readonly label: string;
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly detail?: string;
    readonly keys?: string;
  }[];
  readonly value: string | null;
  /** The mark moved. */
  readonly onChange: (id: string) => void;
  /** Enter or a click: taken. */
  readonly onTake: (id: string) => void;
}

/** A handful of large entries, all visible: ↑ ↓ mark one, Enter takes it. */
export function ChoiceList({ label, items, value, onChange, onTake }: ChoiceListProps): ReactNode {
  return (
    <ListBox
      className="ui-choice-list"
      aria-label={label}
      items={items}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChange(String(key));
      }}
      onAction={(key) => {
        onTake(String(key));
      }}
    >
      {(item) => (
        <ListBoxItem
          className="ui-choice-list-item"
          id={item.id}
          textValue={item.text}
          onPress={() => {
            onTake(item.id);
          }}
        >
          <span className="grow">
            {/* No label slot: the entry's whole visible text is its name. */}
            <span className="strong">{item.text}</span>
            {item.detail && <span className="muted text-small ui-choice-list-detail">{item.detail}</span>}
          </span>
          {item.keys && <KeyHint keys={item.keys} />}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';

/** One entry of a list to choose from. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
  readonly isDisabled?: boolean;
}

/** How an entry looks in an open list. */
export function OptionItem({ id, text, detail, isDisabled = false }: Option): ReactNode {
  return (
    <ListBoxItem className="ui-list-item" id={id} textValue={text} isDisabled={isDisabled}>
      <Text slot="label">{text}</Text>
      {detail && (
        <Text slot="description" className="ui-list-item-detail truncate">
          {detail}
        </Text>
      )}
    </ListBoxItem>
  );
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Input, SearchField as AriaSearchField } from 'react-aria-components';
import { onEnter } from './field-parts';
import { Icon } from './Icon';
import { KeyHint } from './KeyHint';
import { useShortcut } from './shortcuts';
import './search-field.css';

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** The text being looked for; a change from outside replaces what is typed. */
  readonly text: string;
  /** While typing, after a short pause, and at once on Enter. */
  readonly onSearch: (text: string) => void;
}

const PAUSE_MS = 120;

/** The search slot of the title bar. Esc empties it. */
export function SearchField({ label, placeholder, text, onSearch }: SearchFieldProps): ReactNode {
  const [draft, setDraft] = useState(text);
  const [source, setSource] = useState(text);
  if (source !== text) {
    setSource(text);
    setDraft(text);
  }
  const inputRef = useRef<HTMLInputElement>(null);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    if (draft === text) return undefined;
    const timer = setTimeout(() => {
      latest.current(draft);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, text]);
  useShortcut('Ctrl+K', label, {
    run: () => {
      inputRef.current?.focus();
      inputRef.current?.select();
    },
  });
  const search = (): void => {
    onSearch(draft);
  };
  return (
    <AriaSearchField className="ui-search" aria-label={label} value={draft} onChange={setDraft}>
      <Icon name="search" />
      <Input
        ref={inputRef}
        className="ui-search-input"
        placeholder={placeholder}
        spellCheck={false}
        onKeyDown={onEnter(search)}
      />
      <KeyHint keys="Ctrl+K" />
    </AriaSearchField>
  );
}

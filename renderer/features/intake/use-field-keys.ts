import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { findNextStop, findPreviousStop, type OrderInput } from './field-order';
import { findField, findNextInPanel, focusField } from './field-places';
import { changeDraft, focusOn, leaveField, setIntake, useIntake } from './intake.store';
import { closePanel } from './open-panel';
import { closeScan } from './open-scan';

interface FieldKeys {
  readonly rootRef: React.RefObject<HTMLDivElement | null>;
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly onFocusCapture: (event: FocusEvent) => void;
  readonly onBlurCapture: (event: FocusEvent) => void;
}

/**
 * On the saved view the focus stands on "Người tiếp theo", which would take the Enter of a second Ctrl+Enter, or of a key
 * still held, for its own: the confirmation would be gone unread. Only a plain, fresh Enter goes on.
 */
function isStrayEnter({ key, repeat, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (repeat || ctrlKey || altKey || shiftKey || metaKey);
}

function takeBack(event: KeyboardEvent, field: string, order: OrderInput): void {
  const { isScanOpen, panel } = useIntake.getState();
  if (isScanOpen) {
    closeScan();
  } else if (panel !== 'citizen') {
    closePanel();
  } else {
    const previous = findPreviousStop(order, field);
    if (previous === undefined) return;
    focusOn(previous);
  }
  event.preventDefault();
  event.stopPropagation();
}

function isPanelField(field: string): boolean {
  return field.startsWith('panel.');
}

/** To the next field of the panel; past its last one the panel closes. */
function goOnInPanel(root: HTMLElement | null, field: string): void {
  const next = root === null ? undefined : findNextInPanel(root, field);
  if (next === undefined) closePanel();
  else focusOn(next);
}

/**
 * Enter goes on to the next field that does not hold its usual value, Esc goes one back; neither ever loses text. Lists
 * that are open keep their own Enter and Esc. Without an order (the saved view) a stray Enter does nothing. `onProcedureEnter` takes the best match of what stands in the picker.
 */
export function useFieldKeys(order: OrderInput | undefined, onProcedureEnter: () => boolean): FieldKeys {
  const rootRef = useRef<HTMLDivElement>(null);
  const wanted = useIntake((state) => state.focusOrder);
  useEffect(() => {
    if (wanted.field !== '' && rootRef.current) focusField(rootRef.current, wanted.field, wanted.caret ?? null);
  }, [wanted]);

  const goOn = (event: KeyboardEvent, field: string): void => {
    if (!order) return;
    event.preventDefault();
    event.stopPropagation();
    if (isPanelField(field)) {
      goOnInPanel(rootRef.current, field);
      return;
    }
    if (field === 'procedure' && onProcedureEnter()) return;
    const next = findNextStop(order, field);
    // Past the last field of the person: the line closes and the work goes on below it.
    if (field.startsWith('submitter.') && next === 'procedure') setIntake({ isPersonOpen: false });
    focusOn(next);
  };
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!order && isStrayEnter(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const { target } = event;
    const field = findField(target);
    if (
      !order ||
      field === undefined ||
      event.nativeEvent.isComposing ||
      event.ctrlKey ||
      event.altKey ||
      event.shiftKey
    ) {
      return;
    }
    const isTyped = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const isListOpen = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
    const hasMarked = target instanceof Element && (target.getAttribute('aria-activedescendant') ?? '') !== '';
    if (event.key === 'Enter' && isTyped && !(isListOpen && (hasMarked || isPanelField(field)))) goOn(event, field);
    if (event.key === 'Escape' && !isListOpen) takeBack(event, field, order);
  };
  return {
    rootRef,
    onKeyDownCapture,
    onFocusCapture: ({ target }) => {
      const field = findField(target);
      setIntake({ panelField: field !== undefined && isPanelField(field) ? field : '' });
      if (field !== undefined && !/^(?:scan|panel)\./.test(field)) {
        changeDraft((draft) => (draft.focus === field ? draft : { ...draft, focus: field }));
      }
    },
    onBlurCapture: ({ target, relatedTarget }) => {
      const field = findField(target);
      const goesTo = relatedTarget instanceof Element ? findField(relatedTarget) : undefined;
      if (field !== undefined && field !== goesTo) leaveField(field);
    },
  };
}

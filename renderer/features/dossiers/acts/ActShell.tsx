import { type ReactNode, useCallback, useRef } from 'react';
import type { Message } from '../../../../shared/text/message';
import { Button, Notice, t } from '../../../ui';
import { DraftLine } from './DraftLine';
import { readCaret } from './form-caret';
import { useActDrafting } from './use-act-draft';
import { useFirstFocus } from './use-first-focus';

interface ActShellProps {
  readonly title: string;
  readonly children: ReactNode;
  /** After the fields, out of the way of the first focus. */
  readonly more?: ReactNode;
  readonly failure: Message | undefined;
  readonly submitText: string;
  readonly isBusy: boolean;
  readonly isDanger?: boolean;
  readonly canSubmit?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** Title, fields, what went wrong, and the two buttons: the same for every form of the panel. */
export function ActShell(props: ActShellProps): ReactNode {
  const form = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const keeper = useActDrafting()?.keeper;
  const caret = useCallback(() => keeper?.caret() ?? null, [keeper]);
  useFirstFocus({ form, fields, submit, caret });
  const noteCaret = (): void => {
    const now = form.current === null ? undefined : readCaret(form.current);
    if (now !== undefined) keeper?.noteCaret(now);
  };
  return (
    <div ref={form} className="act-form" role="group" aria-label={props.title} onFocus={noteCaret} onSelect={noteCaret}>
      <h3 className="text-section">{props.title}</h3>
      <DraftLine />
      <div ref={fields} className="act-form">
        {props.children}
      </div>
      {props.more}
      {props.failure && <Notice tone="danger">{t(props.failure)}</Notice>}
      <div className="act-buttons">
        <Button onPress={props.onClose}>{t('dossiers.act.cancel')}</Button>
        <Button
          variant={props.isDanger ? 'danger' : 'primary'}
          keys="Ctrl+Enter"
          isPending={props.isBusy}
          isDisabled={props.canSubmit === false}
          onPress={props.onSubmit}
          buttonRef={submit}
        >
          {props.submitText}
        </Button>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
  OverlayArrow,
  Popover,
} from 'react-aria-components';
import { useState } from 'react';
import { Button } from './Button';
import type { ShortcutKeys } from './keyboard';
import { ShortcutLayer } from './shortcuts';
import { t } from './text';
import './overlays.css';

interface DialogProps {
  readonly isOpen: boolean;
  /** Esc and the close button. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
}

/** Stops the work, so it is only for what cannot be undone and for help. */
export function Dialog({ isOpen, onClose, title, children, actions, role = 'dialog' }: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className="ui-overlay"
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className="ui-modal">
        <AriaDialog className="ui-dialog" role={role}>
          <ShortcutLayer>
            <Heading slot="title" className="text-section">
              {title}
            </Heading>
            <div className="ui-dialog-body">{children}</div>
            <div className="ui-dialog-actions">{actions}</div>
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmText: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isDanger?: boolean;
}

/** Asks before something is destroyed. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const actions = (
    <>
      <Button onPress={props.onCancel} autoFocus>
        {t('shell.button.cancel')}
      </Button>
      <Button variant={props.isDanger ? 'danger' : 'primary'} keys="Ctrl+Enter" onPress={props.onConfirm}>
        {props.confirmText}
      </Button>
    </>
  );
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onCancel} title={props.title} actions={actions} role="alertdialog">
      {props.children}
    </Dialog>
  );
}

interface ExplainProps {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly keys?: ShortcutKeys;
}

/** "Vì sao?": the reasons behind a date or a refusal, one key away, nothing pushed aside. */
export function Explain({ label, title, children, keys }: ExplainProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        variant="quiet"
        {...(keys ? { keys } : {})}
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        {label}
      </Button>
      <Popover className="ui-explain" offset={6}>
        <OverlayArrow className="explain-arrow" />
        <AriaDialog className="ui-dialog" aria-label={title}>
          <p className="strong">{title}</p>
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}

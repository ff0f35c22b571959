import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './Icon';
import { ariaKeys, KeyHint } from './KeyHint';
import type { ShortcutKeys } from './keyboard';
import { useShortcut } from './shortcuts';
import './button.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** Line in the F1 list when `children` is not plain text. */
  readonly label?: string;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly onPress?: () => void;
  /** Shown on the button and bound while it is on screen and enabled. */
  readonly keys?: ShortcutKeys;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Work is under way: keeps its size and focus, takes no presses. */
  readonly isPending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}

/** A verb. One primary button per screen, bottom right. */
export function Button(props: ButtonProps): ReactNode {
  const { children, variant = 'secondary', keys, icon, isDisabled = false, isPending = false } = props;
  const label = props.label ?? (typeof children === 'string' ? children : '');
  const press = (): void => {
    if (!isPending) props.onPress?.();
  };
  useShortcut(keys, label, { run: press, isEnabled: !isDisabled && !isPending });
  const ownRef = useRef<HTMLButtonElement>(null);
  const ref = props.buttonRef ?? ownRef;
  // The kit passes no aria-keyshortcuts through.
  useEffect(() => {
    if (keys) ref.current?.setAttribute('aria-keyshortcuts', ariaKeys(keys));
  }, [keys, ref]);
  // The kit's own pending state leaves a picture without a name behind for screen readers.
  useEffect(() => {
    ref.current?.toggleAttribute('data-pending', isPending);
    ref.current?.setAttribute('aria-busy', String(isPending));
  }, [isPending, ref]);
  return (
    <AriaButton
      className={`button button-${variant}`}
      type={isPending ? 'button' : (props.type ?? 'button')}
      isDisabled={isDisabled}
      onPress={press}
      {...(props.autoFocus === undefined ? {} : { autoFocus: props.autoFocus })}
      ref={ref}
    >
      {icon && <Icon name={icon} />}
      <span className="truncate">{children}</span>
      {keys && <KeyHint keys={keys} />}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly keys?: ShortcutKeys;
  readonly isDisabled?: boolean;
}

/** For the few signs everybody knows without a word (close, search). */
export function IconButton({ icon, label, onPress, keys, isDisabled = false }: IconButtonProps): ReactNode {
  useShortcut(keys, label, { run: onPress, isEnabled: !isDisabled });
  return (
    <AriaButton
      className="button button-quiet button-icon"
      aria-label={label}
      onPress={onPress}
      isDisabled={isDisabled}
    >
      <Icon name={icon} />
    </AriaButton>
  );
}

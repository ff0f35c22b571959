import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button';
import { buildFaultRef } from './fault-ref';
import { Notice } from './feedback';
import { t } from './text';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new value (the next screen) clears the fault. */
  readonly resetKey?: string;
  readonly onFault?: (ref: string, error: unknown, stack: string) => void;
}

interface ErrorBoundaryState {
  readonly ref: string | null;
  readonly resetKey: string | undefined;
}

/** Catches what a screen throws while drawing: the rest of the app goes on. React asks for a class here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { ref: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { ref: buildFaultRef(crypto.getRandomValues(new Uint8Array(4))) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { ref: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onFault?.(this.state.ref ?? '', error, info.componentStack ?? '');
  }

  override render(): ReactNode {
    const { ref } = this.state;
    if (ref === null) return this.props.children;
    return (
      <div className="fault">
        <Notice
          tone="danger"
          title={t('errors.screenFailed', { ref })}
          action={
            <Button
              onPress={() => {
                this.setState({ ref: null });
              }}
            >
              {t('shell.button.reload')}
            </Button>
          }
        >
          {t('errors.screenFailedSafe')}
        </Notice>
      </div>
    );
  }
}

import { type ReactNode, useEffect, useState } from 'react';
import type { ScanSource } from '../../../shared/ipc/messages';
import { getDesktop } from '../../desktop';
import { Button, IconButton, Notice, Picker, Section, t, useShortcut } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { describeScanError } from './intake-failures';
import type { Desk } from './intake-flow';
import { focusOn, setIntake, useIntake } from './intake.store';
import { closeScan } from './open-scan';
import { ScannedPages } from './ScannedPages';
import { runScan } from './scan-flow';

function useScanSources(isRunning: boolean): {
  readonly sources: readonly ScanSource[] | null;
  readonly findAgain: () => void;
} {
  const [sources, setSources] = useState<readonly ScanSource[] | null>(null);
  const [no, setNo] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void getDesktop()
      .scan.sources()
      .then((found) => {
        if (!isCurrent) return;
        setSources(found.ok ? found.value : []);
        if (!found.ok) setIntake({ scan: { isRunning: false, landed: 0, failure: describeScanError(found.error) } });
      });
    return () => {
      isCurrent = false;
    };
  }, [no, isRunning]);
  return {
    sources,
    findAgain: () => {
      setNo(no + 1);
    },
  };
}

function describeSource(source: ScanSource): string {
  return source.waiting === null ? '' : t('intake.scan.waiting', { count: source.waiting });
}

/** F4: from paper to pages without leaving the intake. */
export function ScanPanel({ draft, desk }: { readonly draft: IntakeDraft; readonly desk: Desk }): ReactNode {
  const scan = useIntake((state) => state.scan);
  const paperId = useIntake((state) => state.scanPaperId);
  const { sources, findAgain } = useScanSources(scan.isRunning);
  const [wanted, setWanted] = useState<string | null>(null);
  const source = sources?.find((one) => one.id === wanted) ?? sources?.[0];
  const options = draft.papers
    .filter((row) => row.mode !== 'lookup')
    .map((row) => ({ id: row.paperId, text: row.name }));
  const paper = options.find((one) => one.id === paperId)?.id ?? '';
  const desktop = getDesktop();
  const hasSource = source !== undefined;
  useEffect(() => {
    // The officer pressed F4 to scan: as soon as a source is known its key is under the finger.
    if (hasSource) focusOn('scan.start');
  }, [hasSource]);
  const start = (): void => {
    if (source) void runScan({ sourceId: source.id, draftId: draft.id, paperId: paper }, { ...desk, desktop });
  };
  useShortcut('F4', t('intake.scan.start'), { run: start, isEnabled: !scan.isRunning && source !== undefined });
  return (
    <Section
      title={t('intake.scan.title')}
      aside={<IconButton icon="close" label={t('intake.scan.close')} onPress={closeScan} />}
    >
      {options.length === 0 ? (
        <p className="muted">{t('intake.scan.choosePaper')}</p>
      ) : (
        <FieldSlot field="scan.paper">
          <Picker
            label={t('intake.scan.paper')}
            width="full"
            reserve={false}
            options={options}
            value={paper === '' ? null : paper}
            onChange={(id) => {
              setIntake({ scanPaperId: id });
            }}
          />
        </FieldSlot>
      )}
      {sources !== null && sources.length === 0 ? (
        <Notice tone="warn" action={<Button onPress={findAgain}>{t('intake.scan.findAgain')}</Button>}>
          {t('intake.scan.noSource')}
        </Notice>
      ) : (
        <FieldSlot field="scan.source">
          <Picker
            label={t('intake.scan.source')}
            width="full"
            hint={source && describeSource(source)}
            options={(sources ?? []).map((one) => ({ id: one.id, text: one.name }))}
            value={source?.id ?? null}
            onChange={setWanted}
          />
        </FieldSlot>
      )}
      <FieldSlot field="scan.start" className="row">
        <Button icon="scan" isDisabled={!source} onPress={start}>
          {t('intake.scan.start')}
        </Button>
        {scan.isRunning && (
          <Button onPress={() => void desktop.scan.cancel({ draftId: draft.id })}>{t('intake.scan.stop')}</Button>
        )}
      </FieldSlot>
      <p role="status" className="text-small">
        {scan.isRunning ? t('intake.scan.running', { count: scan.landed }) : ''}
      </p>
      {scan.failure && <Notice tone="warn">{t(scan.failure)}</Notice>}
      <ScannedPages draft={draft} paperId={paper} />
    </Section>
  );
}

import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { ScannedSlip } from '../../../shared/domain/slip-qr';
import { DetailList, Notice, Section, t } from '../../ui';

/** A dossier another counter received and this PC has not: what its slip says, and no more. */
export function StubFacts({ slip }: { readonly slip: ScannedSlip | null }): ReactNode {
  return (
    <>
      <Notice tone="info">{t('dossiers.case.stub.body')}</Notice>
      {slip && (
        <Section title={t('dossiers.case.stub.fromSlip')}>
          <DetailList
            columns={2}
            items={[
              { label: t('dossiers.case.stub.initials'), value: slip.fields.initials },
              {
                label: t('dossiers.case.promised'),
                value:
                  slip.fields.promisedAt === null ? t('dossiers.case.noDate') : formatInstant(slip.fields.promisedAt),
              },
              { label: t('dossiers.case.stub.fee'), value: t(`dossiers.case.stub.feeState.${slip.fields.feeState}`) },
              { label: t('dossiers.case.stub.device'), value: slip.fields.deviceId },
            ]}
          />
          <p className="muted text-small">{t('dossiers.case.stub.unsure')}</p>
        </Section>
      )}
    </>
  );
}

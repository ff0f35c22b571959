import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/base/result';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import { embeddedRules } from '../../shared/domain/rule-set';
import { packageSigningText, type SignedPackage } from '../../shared/sync/protocol';
import { createSigningProvince } from '../../tests/support/province-signature';
import { keepPackages, type PackagePorts } from './package-keeper';
import { readServerKeys } from './server-signature';

const province = createSigningProvince();

function buildSigned(version: string, origin: ReferencePackage['origin']): SignedPackage {
  const pack: ReferencePackage = {
    ...{ version, validFrom: '2026-01-01', origin, note: '' },
    ...{ kind: 'calendar', rows: { years: [2026], entries: [] } },
  };
  return { package: pack, keyId: 'province-1', signature: province.signText(packageSigningText(pack)) };
}

/** A device that holds the installer's calendar, and a province that offers one. */
function createPorts(offered: SignedPackage) {
  const asked: string[] = [];
  const installed = [{ kind: 'calendar', version: '1', origin: 'installer' }];
  const ports: PackagePorts = {
    client: {
      package: (kind) => {
        asked.push(kind);
        return Promise.resolve(ok(offered));
      },
    },
    installed: () => installed,
    keys: () => readServerKeys(province.serverKeys),
    save: ({ kind, version, origin }) => {
      installed.unshift({ kind, version, origin });
      return Promise.resolve(ok(null));
    },
    taken: new Set(),
  };
  return { ports, asked, installed };
}

describe('keepPackages', () => {
  it.each(['province', 'installer'] as const)(
    'takes a package once when the province gives one of origin %s',
    async (origin) => {
      const { ports, asked } = createPorts(buildSigned('1', origin));
      const offer = [{ kind: 'calendar', version: '1' }];
      expect(await keepPackages(offer, ports)).toEqual(ok(['calendar']));
      expect(await keepPackages(offer, ports)).toEqual(ok([]));
      expect(asked).toEqual(['calendar']);
    },
  );

  it('asks for nothing when the offered version is kept behind a newer one', async () => {
    const { ports, asked, installed } = createPorts(buildSigned('2', 'province'));
    installed.unshift({ kind: 'calendar', version: '2', origin: 'province' });
    installed.unshift({ kind: 'calendar', version: '3', origin: 'province' });
    expect(await keepPackages([{ kind: 'calendar', version: '2' }], ports)).toEqual(ok([]));
    expect(asked).toEqual([]);
  });

  it('installs nothing when the signature is of another key or nobody knows the kind', async () => {
    const { ports, installed } = createPorts({ ...buildSigned('2', 'province'), keyId: 'stranger' });
    expect(await keepPackages([{ kind: 'calendar', version: '2' }], ports)).toEqual(err({ kind: 'untrusted' }));
    expect(await keepPackages([{ kind: 'weather', version: '1' }], ports)).toEqual(ok([]));
    expect(installed).toHaveLength(1);
  });

  it('takes a kind that the installer did not bring', async () => {
    const rules: ReferencePackage = {
      ...{ version: '2026.01.01', validFrom: '2026-01-01', origin: 'province', note: '' },
      ...{ kind: 'rules', rows: [embeddedRules] },
    };
    const signature = province.signText(packageSigningText(rules));
    const { ports, installed } = createPorts({ package: rules, keyId: 'province-1', signature });
    expect(await keepPackages([{ kind: 'rules', version: '2026.01.01' }], ports)).toEqual(ok(['rules']));
    expect(installed[0]).toEqual({ kind: 'rules', version: '2026.01.01', origin: 'province' });
  });

  it('asks again when the package could not be kept', async () => {
    const { ports, asked } = createPorts(buildSigned('2', 'province'));
    const full = { ...ports, save: () => Promise.resolve(err({ kind: 'diskFull' })) };
    await keepPackages([{ kind: 'calendar', version: '2' }], full);
    await keepPackages([{ kind: 'calendar', version: '2' }], full);
    expect(asked).toHaveLength(2);
  });
});

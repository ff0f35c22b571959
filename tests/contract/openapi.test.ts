import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildOpenApi, buildOpenApiText, openApiFile } from '../../build/openapi';
import { startServer } from '../../server/http';
import { makeTempFolder } from '../support/journal-kit';

const routesFolder = new URL('../../server/routes/', import.meta.url);

/** `get /v1/hello` and so on, as the document names them. */
function listDocumented(): readonly string[] {
  const paths = buildOpenApi()['paths'] as Record<string, Record<string, unknown>>;
  return Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    .sort();
}

/** The same, as the server's sources register them. The status page is for people. */
async function listRegistered(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(routesFolder)) {
    const source = await readFile(new URL(name, routesFolder), 'utf8');
    for (const [, method, path] of source.matchAll(/\bapp\.(get|post|put|patch|delete)(?:<[^(]*>)?\(\s*'([^']+)'/g)) {
      found.push(`${String(method)} ${String(path).replace(/:(\w+)/g, '{$1}')}`);
    }
  }
  return found.filter((route) => route !== 'get /').sort();
}

describe('docs/openapi.json', () => {
  it('is what the schemas give: otherwise run `npm run openapi`', async () => {
    expect(await readFile(openApiFile, 'utf8')).toBe(await buildOpenApiText());
  });

  it('refers only to schemas it holds', () => {
    const document = buildOpenApi();
    const { schemas } = document['components'] as { schemas: Record<string, unknown> };
    const refs = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)"/g);
    const named = new Set([...refs].map(([, name]) => String(name)));
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !Object.hasOwn(schemas, name))).toEqual([]);
  });

  it('names every route of the server and no other', async () => {
    const documented = listDocumented();
    expect(documented).toEqual(await listRegistered());
    const dataDir = await makeTempFolder('routes');
    const server = await startServer({
      ...{ host: '127.0.0.1', port: 0, databaseUrl: 'memory:', dataDir, sampleData: false, now: Date.now },
    });
    try {
      for (const route of documented) {
        const [method = '', path = ''] = route.split(' ');
        const url = server.url + path.replace('{kind}', 'calendar');
        const answer = await fetch(url, { method: method.toUpperCase(), headers: { connection: 'close' } });
        expect([route, answer.status]).toEqual([route, path === '/v1/hello' ? 200 : 401]);
        await answer.body?.cancel();
      }
    } finally {
      await server.stop();
    }
  });
});

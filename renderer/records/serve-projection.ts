import { foldDossier } from '../../shared/domain/dossier-state';
import { CONTENT_SHAPE, openDossier } from './dossier-content';
import { buildProjectionRow } from './dossier-row';
import { selectFacts, summariseFacts } from './fact-table';
import { encodeProjection, findProjection, newProjection, putRow, search, type Projection } from './projection';
import type { ProjectionAnswer, ProjectionCalls, ProjectionRequest, StoredDossier } from './projection-protocol';
import { openBytes, sealBytes, type Binding } from './sealing';

interface Held {
  readonly key: CryptoKey;
  readonly generation: string;
  readonly projection: Projection;
}

const snapshotBinding: Binding = { kind: 'projection', id: 'snapshot' };

async function open({
  key,
  generation,
  snapshot,
}: ProjectionCalls['open']['input']): Promise<Held & { appliedLine: number }> {
  const plain = snapshot === null ? undefined : await openBytes(key, snapshotBinding, snapshot);
  const found = plain?.ok === true ? findProjection(plain.value, { generation, shape: CONTENT_SHAPE }) : undefined;
  return { key, generation, projection: found?.projection ?? newProjection(), appliedLine: found?.appliedLine ?? 0 };
}

async function putStored({ key, projection }: Held, docs: readonly StoredDossier[]): Promise<string[]> {
  const damaged: string[] = [];
  for (const doc of docs) {
    const content = await openDossier({ records: key }, doc);
    if (!content.ok) {
      damaged.push(doc.id);
      continue;
    }
    const state = foldDossier({ dossierId: doc.id, ...content.value.history });
    putRow(projection, buildProjectionRow(state, content.value.row, -doc.changeNoNeg));
  }
  return damaged;
}

async function answer(held: Held, request: Exclude<ProjectionRequest, { op: 'open' }>): Promise<unknown> {
  const { key, generation, projection } = held;
  switch (request.op) {
    case 'putRows':
      for (const row of request.input) putRow(projection, row);
      return null;
    case 'putStored':
      return putStored(held, request.input);
    case 'search':
      return search(projection, request.input.query, request.input.limit);
    case 'summarise':
      return request.input.map((filter) => summariseFacts(projection.facts, filter));
    case 'select':
      return selectFacts(projection.facts, request.input.filter, request.input);
    case 'size':
      return projection.facts.ids.length;
    case 'snapshot':
      return sealBytes(
        key,
        snapshotBinding,
        encodeProjection(projection, { generation, shape: CONTENT_SHAPE, appliedLine: request.input.appliedLine }),
      );
  }
}

/**
 * Serves one projection on a port, one call after the other. What goes wrong in a call is told to the caller: a
 * projection can be made again, so it never takes the page down.
 */
export function serveProjection(port: MessagePort): void {
  let held: Held | undefined;
  let last: Promise<void> = Promise.resolve();

  const serve = async (request: ProjectionRequest): Promise<unknown> => {
    if (request.op === 'open') {
      const opened = await open(request.input);
      held = opened;
      return opened.appliedLine;
    }
    if (held === undefined) throw new Error('projection is not open');
    return answer(held, request);
  };

  port.addEventListener('message', ({ data }: MessageEvent<ProjectionRequest>) => {
    last = last.then(async () => {
      const { no } = data;
      const reply: ProjectionAnswer = await serve(data).then(
        (output) => ({ no, ok: true, output }),
        (error: unknown) => ({ no, ok: false, error: error instanceof Error ? error.name : 'unknown' }),
      );
      port.postMessage(reply);
    });
  });
  port.start();
}

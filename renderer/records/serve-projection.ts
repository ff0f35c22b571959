import { foldDossier } from '../../shared/domain/dossier-state';
import { CONTENT_SHAPE, openDossier } from './dossier-content';
import { buildProjectionRow } from './dossier-row';
import { selectFacts, summariseFacts } from './fact-table';
import { servePort } from './port-client';
import { encodeProjection, findProjection, newProjection, putRow, search, type Projection } from './projection';
import type { ProjectionCalls, ProjectionRequest, StoredDossier } from './projection-protocol';
import { openBytes, sealBytes, type Binding } from './sealing';
import {
  listStale,
  newWatchTable,
  openWatchTable,
  putWatched,
  reportWatched,
  simulateDaysOff,
  type WatchTable,
} from './watch-table';

interface Held {
  readonly key: CryptoKey;
  readonly generation: string;
  readonly projection: Projection;
  readonly watch: WatchTable;
}

const snapshotBinding: Binding = { kind: 'projection', id: 'snapshot' };

async function open({
  key,
  generation,
  snapshot,
}: ProjectionCalls['open']['input']): Promise<Held & { appliedLine: number }> {
  const plain = snapshot === null ? undefined : await openBytes(key, snapshotBinding, snapshot);
  const found = plain?.ok === true ? findProjection(plain.value, { generation, shape: CONTENT_SHAPE }) : undefined;
  const projection = found?.projection ?? newProjection();
  return { key, generation, projection, watch: newWatchTable(), appliedLine: found?.appliedLine ?? 0 };
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

async function watchStored({ key, watch }: Held, input: ProjectionCalls['watchStored']['input']): Promise<null> {
  for (const doc of input.docs) {
    const content = await openDossier({ records: key }, doc);
    if (!content.ok) continue;
    putWatched(watch, foldDossier({ dossierId: doc.id, ...content.value.history }), input.now);
  }
  return null;
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
    case 'watchOpen':
      return openWatchTable(held.watch, request.input);
    case 'watchStored':
      return watchStored(held, request.input);
    case 'watchStale':
      return listStale(held.watch, request.input.now);
    case 'watchReport':
      return reportWatched(held.watch, request.input);
    case 'watchSimulate':
      return simulateDaysOff(held.watch, request.input);
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

/** Serves one projection on a port. It can be made again, so a call that fails loses nothing. */
export function serveProjection(port: MessagePort): void {
  let held: Held | undefined;
  servePort<ProjectionCalls>(port, async (request) => {
    if (request.op === 'open') {
      const opened = await open(request.input);
      held = opened;
      return opened.appliedLine;
    }
    if (held === undefined) throw new Error('projection is not open');
    return answer(held, request);
  });
}

import { trustOwnScript } from '../trusted-scripts';
import { createPortClient, hostWorker, type PortClient, type PortHost, type WorkerFailure } from './port-client';
import { PROJECTION_PORT, type ProjectionCalls } from './projection-protocol';
import workerUrl from './projection.worker?worker&url';

/** The worker did not do a call; search and counts are missing, nothing else. */
export type ProjectionFailure = WorkerFailure;

/** The page's end of the projection worker. */
export type ProjectionClient = PortClient<ProjectionCalls>;

/** A running projection: a port to talk to and a way to end it. */
export type ProjectionHost = PortHost;

/** Starts the worker. */
export function startProjectionWorker(): ProjectionHost {
  return hostWorker(new Worker(trustOwnScript(workerUrl), { type: 'module', name: 'projection' }), PROJECTION_PORT);
}

/** Client of a projection host. */
export function createProjectionClient(host: ProjectionHost): ProjectionClient {
  return createPortClient<ProjectionCalls>(host);
}

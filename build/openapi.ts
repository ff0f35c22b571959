import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { payloadSchemas, actionSchema } from '../shared/domain/actions/action';
import { codeLeaseSchema } from '../shared/domain/code-lease';
import { acceptedActionSchema, checkpointSchema } from '../shared/domain/journal-entry';
import { referencePackageSchema } from '../shared/domain/reference-package';
import { receiptSchema, verdictSchema } from '../shared/domain/verdict';
import {
  enrolAnswerSchema,
  enrolRequestSchema,
  errorAnswerSchema,
  helloSchema,
  leaseAnswerSchema,
  leaseRequestSchema,
  NONCE_HEADER,
  proofClaimsSchema,
  PROOF_HEADER,
  PROTOCOL_VERSION,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  signedPackageSchema,
} from '../shared/sync/protocol';

type Json = Readonly<Record<string, unknown>>;

/** Schemas with a name of their own; everything else refers to them. */
const named = {
  Action: actionSchema,
  Verdict: verdictSchema,
  Receipt: receiptSchema,
  Checkpoint: checkpointSchema,
  AcceptedAction: acceptedActionSchema,
  CodeLease: codeLeaseSchema,
  ReferencePackage: referencePackageSchema,
  ProofClaims: proofClaimsSchema,
  Hello: helloSchema,
  EnrolRequest: enrolRequestSchema,
  EnrolAnswer: enrolAnswerSchema,
  PushRequest: pushRequestSchema,
  PushAnswer: pushAnswerSchema,
  PullRequest: pullRequestSchema,
  PullAnswer: pullAnswerSchema,
  LeaseRequest: leaseRequestSchema,
  LeaseAnswer: leaseAnswerSchema,
  SignedPackage: signedPackageSchema,
  Error: errorAnswerSchema,
} as const;
type Name = keyof typeof named;

const errorMeanings: Readonly<Record<string, string>> = {
  '400': 'Not the form asked for: `json`, `body`, `query`, `request`, `dayOutOfReach`.',
  '401': 'No proof, or one that does not fit: `proof`, `nonce`, `replay`, `unknownDevice`. Brings the next nonce.',
  '403': 'Not for this device: `revoked`, `enrolCode`, `keyInUse`, `foreignUnit`.',
  '404': 'No such thing: `unknownRoute`, `unknownPackage`.',
  '413': 'The body is larger than 1 MiB: `tooLarge`.',
  '415': 'Not `application/json`: `mediaType`.',
  '429': 'Too many wrong codes from one address: `tooManyAttempts`.',
  '500': 'A fault of the server: `server`, with a short id that also stands in its log.',
};

function refTo(name: Name): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function json(name: Name): Json {
  return { 'application/json': { schema: refTo(name) } };
}

interface Call {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly proof: 'always' | 'optional' | 'newKey';
  readonly request?: Name;
  readonly answer: Name;
  readonly parameters?: readonly Json[];
  readonly errors: readonly string[];
}

const nonceHeader = { [NONCE_HEADER]: { description: 'Nonce of the next proof.', schema: { type: 'string' } } };

function buildOperation(call: Call): Json {
  const errors = call.errors.map((status) => [
    status,
    { description: errorMeanings[status], headers: nonceHeader, content: json('Error') },
  ]);
  const security = call.proof === 'optional' ? [{}, { deviceProof: [] }] : [{ deviceProof: [] }];
  return {
    operationId: call.id,
    summary: call.summary,
    description: call.description,
    security,
    ...(call.parameters === undefined ? {} : { parameters: call.parameters }),
    ...(call.request === undefined ? {} : { requestBody: { required: true, content: json(call.request) } }),
    responses: {
      '200': { description: 'Done.', headers: nonceHeader, content: json(call.answer) },
      ...Object.fromEntries(errors),
    },
  };
}

function query(name: string, description: string): Json {
  return { name, in: 'query', required: false, description, schema: { type: 'number', minimum: 0 } };
}

/** Every call of the protocol, by path and method. */
const paths: Readonly<Record<string, Readonly<Record<string, Call>>>> = {
  '/v1/hello': {
    get: {
      ...{ id: 'hello', summary: 'Reachability, state and wake-up', proof: 'optional', answer: 'Hello' },
      description:
        'Without a proof the public part only. With one also what the server knows of the device; with `since` and `wait` it sleeps until the feed of the unit has moved on.',
      parameters: [
        query('since', 'Last number of the feed that is known.'),
        query('wait', 'Seconds to wait at most; 30 is the limit.'),
      ],
      errors: ['400', '401', '500'],
    },
  },
  '/v1/enrol': {
    post: {
      ...{ id: 'enrol', summary: 'Registers a device by a one-time code', proof: 'newKey' },
      description:
        'The proof carries the public key itself. The same key with the same code gets the same device again.',
      ...{ request: 'EnrolRequest', answer: 'EnrolAnswer' },
      errors: ['400', '401', '403', '415', '429', '500'],
    },
  },
  '/v1/push': {
    post: {
      ...{
        id: 'push',
        summary: 'Takes acts of a device',
        proof: 'always',
        request: 'PushRequest',
        answer: 'PushAnswer',
      },
      description:
        'Items are `Action`s in the order of `seq`, each judged by itself. Exactly one signed receipt for each, in the same order; a repeat is answered by the same receipts.',
      errors: ['400', '401', '413', '415', '500'],
    },
  },
  '/v1/pull': {
    post: {
      ...{ id: 'pull', summary: 'The feed of the unit', proof: 'always', request: 'PullRequest', answer: 'PullAnswer' },
      description: 'Everything after a checkpoint. A checkpoint of another epoch starts from the beginning.',
      errors: ['400', '401', '403', '415', '500'],
    },
  },
  '/v1/leases': {
    post: {
      ...{ id: 'leases', summary: 'Grants codes', proof: 'always', request: 'LeaseRequest', answer: 'LeaseAnswer' },
      description: 'Tops the free numbers of the device up and answers every lease it holds for the days asked.',
      errors: ['400', '401', '403', '415', '500'],
    },
  },
  '/v1/packages/{kind}': {
    get: {
      ...{ id: 'package', summary: 'A signed reference package', proof: 'always', answer: 'SignedPackage' },
      description: 'The rules in force. A province need not have `rules`, `addresses` and `forms`.',
      parameters: [
        {
          name: 'kind',
          in: 'path',
          required: true,
          schema: { enum: ['procedures', 'calendar', 'units', 'rules', 'addresses', 'forms'] },
        },
      ],
      errors: ['401', '403', '404', '500'],
    },
  },
};

/** JSON Schema of everything named, payloads of the known kinds of acts included. */
function buildSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const [kind, schema] of Object.entries(payloadSchemas)) registry.add(schema, { id: `${kind}Payload` });
  // As input: a reader of another version must not refuse members it does not know.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  const sorted = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([id, schema]) => {
      const { $schema: _dialect, $id: _id, ...rest } = schema;
      return [id, rest];
    }),
  );
}

/** The protocol as an OpenAPI document, generated from the schemas that both ends check with. */
export function buildOpenApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quầy Một Cửa: counter and province',
      version: String(PROTOCOL_VERSION),
      description: 'Generated by `npm run openapi`. What the calls mean is told in protocol.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, methods]) => [
        path,
        Object.fromEntries(Object.entries(methods).map(([method, call]) => [method, buildOperation(call)])),
      ]),
    ),
    components: {
      securitySchemes: {
        deviceProof: {
          ...{ type: 'apiKey', in: 'header', name: PROOF_HEADER },
          description:
            'Compact ES256 JWS by the device key, typ `dpop+jwt`, with `kid` (or `jwk` while enrolling) and the claims `ProofClaims`.',
        },
      },
      schemas: buildSchemas(),
    },
  };
}

/** The file `docs/openapi.json` as it is committed. */
export const openApiFile = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

/** Its text, in the format of the repository. */
export async function buildOpenApiText(): Promise<string> {
  const style = await resolveConfig(openApiFile);
  return format(JSON.stringify(buildOpenApi()), { ...style, parser: 'json' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(openApiFile, await buildOpenApiText());

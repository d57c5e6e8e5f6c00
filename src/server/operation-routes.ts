import type { FastifyPluginAsync } from 'fastify';
import type { Operations } from '../graphql/operations.ts';
import { packageVersion } from './package.ts';
import { sendText } from './site/send.ts';

export interface OperationRoutesOptions {
  readonly operations: Operations;
  /** The dataset version that is served. */
  readonly version: string;
}

/** `/operations.json`: the operations that can be run by name or hash, with their text, to read and to make clients from. */
export const operationRoutes: FastifyPluginAsync<OperationRoutesOptions> = async (
  fastify,
  { operations, version },
) => {
  const text = JSON.stringify({
    version: packageVersion(),
    datasetVersion: version,
    operations: operations.all,
  });
  fastify.get('/operations.json', async (_request, reply) =>
    sendText(reply, text, { type: 'application/json' }),
  );
};

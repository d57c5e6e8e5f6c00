import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { readLanguage } from '../../graphql/language.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Settings } from '../../pieces/settings.ts';
import { AnswerError, type AskWithin, askFor } from '../ask.ts';
import { answerError, refuse } from '../refuse.ts';
import { statusOf } from '../site/failure.ts';
import { settingsIn } from '../site/parameters.ts';
import { publicOrigin } from '../site/public-address.ts';
import { flatRows, frameOf, pluginFields } from './columns.ts';
import { edgeColumns, graphTables, nodeColumns } from './graph.ts';
import { rowsOf } from './rows.ts';

export interface GrafanaRoutesOptions {
  readonly ask: AskWithin;
  /** The origin in the addresses of the answers; that of each request when not set. */
  readonly publicUrl: string | undefined;
}

/** How many rows there are where nobody says how many. */
const ROWS = 100;

interface Asked {
  readonly ask: Ask;
  readonly settings: Settings;
  /** That of this server, as whoever asks knows it. */
  readonly address: string;
}

const graphReads = ['entity', 'depth', 'limit', 'kinds', 'properties', 'as-of', 'lang', 'theme'];

/**
 * `/grafana/…`: the graph as frames of Grafana's Node Graph panel, for the Node Graph API plugin and, with other answers, as
 * flat rows for the Infinity data source. examples/grafana says how.
 */
export const grafanaRoutes: FastifyPluginAsync<GrafanaRoutesOptions> = async (
  fastify,
  { ask, publicUrl },
) => {
  const answered = (
    path: string,
    defaults: Partial<Settings>,
    answer: (asked: Asked, reply: FastifyReply) => unknown,
  ): void => {
    fastify.get(`/grafana/${path}`, async (request, reply) => {
      void reply.headers({ 'cache-control': 'no-cache', vary: 'Accept-Language' });
      try {
        const language = readLanguage(request.headers['accept-language']);
        const settings = settingsIn(parametersOf(request), { lang: language, ...defaults });
        return await answer(
          {
            ask: askFor(ask, settings.lang),
            settings,
            address: publicOrigin(request, publicUrl),
          },
          reply,
        );
      } catch (error) {
        if (error instanceof ProblemError) {
          return refuse(reply, statusOf(error.problem.code), error);
        }
        if (!(error instanceof AnswerError)) throw error;
        const { message, code, mend } = error;
        return answerError(reply, statusOf(code), { message, extensions: { code, mend } });
      }
    });
  };

  const graph = ({ ask: within, settings, address }: Asked) =>
    graphTables(within, settings, address);
  answered('frames', {}, async (asked) => {
    const { nodes, edges, more } = await graph(asked);
    const notices = more === undefined ? [] : [{ severity: 'info' as const, text: more }];
    return [frameOf('nodes', nodes, notices), frameOf('edges', edges)];
  });
  answered('nodes', {}, async (asked) => flatRows((await graph(asked)).nodes));
  answered('edges', {}, async (asked) => flatRows((await graph(asked)).edges));

  answered('api/health', {}, async () => ({ status: 'ok' }));
  answered('api/graph/fields', {}, async ({ settings: { lang, theme } }) => ({
    nodes_fields: pluginFields(nodeColumns(lang, theme === 'dark' ? 'dark' : 'light')),
    edges_fields: pluginFields(edgeColumns(lang)),
  }));
  answered('api/graph/data', {}, async (asked) => {
    const { nodes, edges } = await graph(asked);
    return { nodes: nodes.rows, edges: edges.rows };
  });

  for (const [name, { give }] of Object.entries(rowsOf)) {
    answered(name, { limit: ROWS }, async ({ ask: within, settings }, reply) => {
      const { rows, totalCount } = await give(within, settings);
      void reply.header('x-total-count', totalCount);
      return rows;
    });
  }

  // What there is, for whoever sets a dashboard up.
  fastify.get('/grafana', async () => ({
    graph: {
      frames: '/grafana/frames',
      nodes: '/grafana/nodes',
      edges: '/grafana/edges',
      nodeGraphApi: '/grafana',
      parameters: graphReads,
    },
    rows: Object.entries(rowsOf).map(([name, { reads }]) => ({
      path: `/grafana/${name}`,
      parameters: [...reads, 'lang'],
    })),
  }));
};

const parametersOf = ({ url }: FastifyRequest): URLSearchParams => {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
};

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import type { Language } from '../../pieces/language.ts';
import { AnswerError } from '../ask.ts';
import { askedLanguage, parametersOf } from '../site/asked-language.ts';
import { failureOf, tellWhen } from '../site/failure.ts';
import { problemPage } from '../site/problem-page.tsx';
import { secure } from '../site/security.ts';
import { sendText } from '../site/send.ts';
import { knownEntities, type Site } from '../site/site.ts';
import { foundPage, kindPage, kindsPage, unknownPage } from './entities-page.tsx';
import { loadEntity, loadGroup } from './entity-data.ts';
import { entityPage, groupPage } from './entity-page.tsx';
import { addressWith } from './layout.tsx';
import { sitemapRoutes } from './sitemap.ts';

interface Asked {
  readonly language: Language;
  /** The language, if the address says one. */
  readonly chosen: Language | undefined;
  readonly parameters: URLSearchParams;
  readonly text: (name: string) => string | undefined;
}

interface Page {
  readonly html: string;
  readonly status?: number;
}

/** `/entity/<id>`, `/entities` and the sitemap: pages that read without script. */
export const pageRoutes: FastifyPluginAsync<{ readonly site: Site }> = async (
  fastify,
  { site },
) => {
  const { version, ontology } = site.store.meta();
  const { stylesheet } = site.assets;

  /** Answers with a page; what goes wrong is a page too. */
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    make: (asked: Asked) => Promise<Page>,
  ): Promise<FastifyReply> => {
    secure(reply, 'reading');
    const language = askedLanguage(request, reply);
    const parameters = parametersOf(request);
    const text = (name: string) => parameters.get(name)?.trim() || undefined;
    const chosen = text('lang') === language ? language : undefined;
    try {
      const { html, status = 200 } = await make({ language, chosen, parameters, text });
      return await sendText(reply, html, { type: 'text/html', status });
    } catch (error) {
      // The list is another since the address was copied: it begins anew.
      if (error instanceof AnswerError && error.code === 'CURSOR_INVALID') {
        parameters.delete('after');
        const path = request.url.split('?', 1)[0]!;
        return reply.redirect(addressWith(path, Object.fromEntries(parameters)), 302);
      }
      const failure = failureOf(error, request.log);
      tellWhen(reply, failure);
      const path = request.url.split('?', 1)[0]!.slice(0, 200);
      const origin = site.originOf(request);
      const html = problemPage({ failure, language, origin, path, stylesheet });
      return sendText(reply, html, { type: 'text/html', status: failure.status });
    }
  };

  fastify.get<{ Params: { id: string } }>('/entity/:id', async (request, reply) => {
    const { id } = request.params;
    const [present] = await knownEntities(site, [id]);
    if (present !== undefined && present !== id) {
      const to = addressWith(
        `/entity/${encodeURI(present)}`,
        Object.fromEntries(parametersOf(request)),
      );
      return reply.redirect(to, 301);
    }
    return send(request, reply, async ({ language, chosen, text }) => {
      const ask = site.askIn(language);
      const frame = { stylesheet, version, chosen, language, origin: site.originOf(request) };
      const unknown = async () => ({
        html: await unknownPage(ask, ontology, id, frame),
        status: 404,
      });
      if (present === undefined) return unknown();
      const question = { id, asOf: text('asOf'), language };
      const property = ontology.properties.get(text('property') ?? '');
      if (property !== undefined) {
        const direction = text('direction') === 'in' ? 'in' : 'out';
        const after = text('after');
        const page = { first: 100, after };
        const group = await loadGroup(ask, ontology, question, property, direction, page);
        const [entity] = await site.store.entities([id]);
        if (group !== undefined && entity !== null && !(entity instanceof Error)) {
          const named = { id, name: entity!.names[language] };
          return {
            html: groupPage({ ...frame, entity: named, group, asOf: question.asOf, after }),
          };
        }
      }
      const data = await loadEntity(ask, ontology, question, text('after'));
      if (data === undefined) return unknown();
      const kindLabel = ontology.kinds.get(data.entity.kind)?.label[language] ?? data.entity.kind;
      return { html: entityPage({ ...frame, data, kindLabel, asOf: question.asOf }) };
    });
  });

  fastify.get('/entities', async (request, reply) =>
    send(request, reply, async ({ language, chosen, text }) => {
      const ask = site.askIn(language);
      const frame = { stylesheet, version, chosen, language, origin: site.originOf(request) };
      const query = text('q')?.slice(0, 200);
      if (query !== undefined) return { html: await foundPage(ask, ontology, query, frame) };
      const kind = text('kind');
      const html =
        kind === undefined ? undefined : await kindPage(ask, ontology, kind, text('after'), frame);
      return { html: html ?? (await kindsPage(ask, ontology, frame)) };
    }),
  );
  // Nothing is here; people are told so on a page, programs in JSON.
  fastify.get('/*', async (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
    return send(request, reply, async () => {
      throw new ProblemError('NOT_FOUND', { path: request.url.split('?', 1)[0]!.slice(0, 200) });
    });
  });
  fastify.get('/entity', async (_request, reply) => reply.redirect('/entities', 301));

  await fastify.register(sitemapRoutes, { site });
};

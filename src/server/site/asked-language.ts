import type { FastifyReply, FastifyRequest } from 'fastify';
import { readLanguage } from '../../graphql/language.ts';
import type { Language } from '../../pieces/language.ts';

/** The language of a page: what its address says, or else what the browser prefers; the answer says that it depends on that. */
export function askedLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  const said = lang === 'vi' || lang === 'en' ? lang : undefined;
  if (said === undefined) void reply.header('vary', 'Accept-Language');
  const language = said ?? readLanguage(request.headers['accept-language']);
  void reply.header('content-language', language);
  return language;
}

/** The parameters of a request's address, in their order; the first counts where one is given twice. */
export const parametersOf = ({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams => {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
};

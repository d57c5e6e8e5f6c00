import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import type { Language } from '../../pieces/language.ts';
import { languages, type PieceName, type Settings } from '../../pieces/settings.ts';
import { answerError } from '../refuse.ts';
import { parametersOf } from './asked-language.ts';
import { PREVIEW } from './document.tsx';
import { pieceShownAt } from './explorer-view.ts';
import { failureOf } from './failure.ts';
import { frameTitle } from './frame-page.tsx';
import { parameterProblem, wholeIn } from './parameters.ts';
import { readPieceAddress, readPieceRequest } from './piece-request.ts';
import { sendText } from './send.ts';
import type { Site } from './site.ts';

const FORMATS = ['json', 'xml'] as const;
type Format = (typeof FORMATS)[number];
/** How long an answer may be kept, in seconds. */
const AGE = 3_600;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** An answer in XML, as the specification has it. */
const asXml = (answer: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(answer)
    .map(([name, value]) => `  <${name}>${escaped(String(value))}</${name}>\n`)
    .join('')}</oembed>\n`;

/**
 * `/oembed` (oEmbed 1.0, https://oembed.com): how another site holds an address of ours, as a frame or as a picture. What is not
 * ours, or not there, is 404; a format that is neither JSON nor XML is 501; nothing is private, so that there is no 401.
 */
export const oembedRoutes: FastifyPluginAsync<{ readonly site: Site }> = async (
  fastify,
  { site },
) => {
  fastify.get('/oembed', async (request, reply) => {
    const parameters = parametersOf(request);
    try {
      const format = readFormat(parameters);
      if (format === undefined) {
        const problem = parameterProblem('format', parameters.get('format') ?? '', 'json or xml');
        const { message, code, mend } = failureOf(problem, request.log);
        return answerError(reply, 501, { message, extensions: { code, mend } });
      }
      const answer = await answerFor(site, request, parameters);
      return format === 'json'
        ? await sendText(reply, JSON.stringify(answer), { type: 'application/json', age: AGE })
        : await sendText(reply, asXml(answer), { type: 'text/xml', age: AGE });
    } catch (error) {
      const { status, message, code, mend } = failureOf(error, request.log);
      return answerError(reply, status, { message, extensions: { code, mend } });
    }
  });
};

function readFormat(parameters: URLSearchParams): Format | undefined {
  const format = parameters.get('format') || 'json';
  return FORMATS.find((one) => one === format);
}

interface Embedded {
  readonly piece: PieceName;
  readonly format: 'frame' | 'svg' | 'png';
  readonly parameters: URLSearchParams;
}

async function answerFor(
  site: Site,
  request: FastifyRequest,
  parameters: URLSearchParams,
): Promise<Readonly<Record<string, string | number>>> {
  const origin = site.originOf(request);
  const given = parameters.get('url') ?? '';
  if (!URL.canParse(given)) {
    throw parameterProblem('url', given, 'an address of this server, such as that of an entity');
  }
  const url = new URL(given);
  const embedded = url.origin === origin ? readEmbedded(url, site) : undefined;
  const lost = new ProblemError('NOT_FOUND', { path: given.slice(0, 200) });
  if (embedded === undefined) throw lost;
  const said = embedded.parameters.get('lang');
  const language: Language = languages.find((one) => one === said) ?? 'vi';
  const { settings, scale } = await readPieceRequest(site, embedded, embedded.parameters, language);
  const isPicture = embedded.format !== 'frame';
  const GREATEST = 100_000;
  const most = {
    width: wholeIn(parameters, 'maxwidth', isPicture ? 160 : 1, GREATEST) ?? GREATEST,
    height: wholeIn(parameters, 'maxheight', isPicture ? 80 : 1, GREATEST) ?? GREATEST,
  };
  const width = Math.min(settings.width, most.width);
  const height = Math.min(settings.height, most.height);
  return describe(site, embedded, { ...settings, width, height }, { scale, origin, most });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function describe(
  site: Site,
  { piece, format, parameters }: Embedded,
  settings: Settings,
  { scale, origin, most }: { readonly scale: number; readonly origin: string; readonly most: Size },
): Promise<Readonly<Record<string, string | number>>> {
  const { width, height } = settings;
  const title = await frameTitle(site, piece, settings);
  const common = {
    version: '1.0',
    title,
    provider_name: 'Cây Tre',
    provider_url: `${origin}/`,
    cache_age: AGE,
    width,
    height,
  };
  const own = new URLSearchParams(parameters);
  own.set('lang', settings.lang);
  const sized = (to: Size): URLSearchParams => {
    const copy = new URLSearchParams(own);
    copy.set('width', String(to.width));
    copy.set('height', String(to.height));
    return copy;
  };
  if (format !== 'frame') {
    const size = sized({ width, height });
    if (format === 'png' && scale > 1) size.set('scale', String(scale));
    return { ...common, type: 'photo', url: `${origin}/embed/${piece}.${format}?${size}` };
  }
  const preview = {
    width: Math.max(160, Math.min(PREVIEW.width, most.width)),
    height: Math.max(80, Math.min(PREVIEW.height, most.height)),
  };
  // A frame is as wide as it is let be, so that its piece is not told a width.
  own.delete('width');
  own.delete('scale');
  const source = `${origin}/embed/${piece}?${own}`;
  return {
    ...common,
    type: 'rich',
    thumbnail_url: `${origin}/embed/${piece}.png?${sized(preview)}`,
    thumbnail_width: preview.width,
    thumbnail_height: preview.height,
    html: `<iframe src="${escaped(source)}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
  };
}

/** What an address of ours is embedded as. */
function readEmbedded({ pathname, searchParams }: URL, { store }: Site): Embedded | undefined {
  if (pathname === '/') {
    return {
      ...pieceShownAt(searchParams, [...store.meta().ontology.kinds.keys()]),
      format: 'frame',
    };
  }
  const [, part, name = '', ...more] = pathname.split('/');
  if (more.length > 0) return undefined;
  if (part === 'entity' && name !== '') {
    const parameters = new URLSearchParams({ entity: decoded(name) });
    for (const [from, to] of [
      ['lang', 'lang'],
      ['asOf', 'as-of'],
    ] as const) {
      const value = searchParams.get(from);
      if (value) parameters.set(to, value);
    }
    return { piece: 'card', format: 'frame', parameters };
  }
  const address = part === 'embed' ? readPieceAddress(name) : undefined;
  return address && { ...address, parameters: searchParams };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

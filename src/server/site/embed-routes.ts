import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import type { PictureFormat } from '../pictures/draw.ts';
import { answerError } from '../refuse.ts';
import { askedLanguage, parametersOf } from './asked-language.ts';
import { failureOf, tellWhen } from './failure.ts';
import { framePage } from './frame-page.tsx';
import { type PieceAddress, readPieceAddress, readPieceRequest } from './piece-request.ts';
import { problemPage } from './problem-page.tsx';
import { secure } from './security.ts';
import { isKnown, sendText } from './send.ts';
import type { Site } from './site.ts';

/** How long a picture may be shown again without asking, in seconds; then it is asked whether it is still the same. */
const PICTURE_AGE = 3_600;
/** After how many seconds it helps to ask again for a picture. */
const RETRY_AFTER = 5;

const types: Readonly<Record<PictureFormat, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};

/** `/embed/<piece>`, a piece as a page for frames, and `/embed/<piece>.svg` and `.png`, as a picture. */
export const embedRoutes: FastifyPluginAsync<{ readonly site: Site }> = async (
  fastify,
  { site },
) => {
  fastify.get<{ Params: { file: string } }>('/embed/:file', async (request, reply) => {
    const address = readPieceAddress(request.params.file);
    if (address === undefined || address.format === 'frame') {
      return sendFrame(site, address, request, reply);
    }
    try {
      return await sendPicture(site, address, address.format, request, reply);
    } catch (error) {
      const { status, message, code, mend } = failureOf(error, request.log);
      if (code === 'PICTURE_UNAVAILABLE') void reply.header('retry-after', RETRY_AFTER);
      void reply.header('cache-control', 'no-store');
      return answerError(reply, status, { message, extensions: { code, mend } });
    }
  });
};

async function sendPicture(
  site: Site,
  address: PieceAddress,
  format: PictureFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { piece } = address;
  secure(reply, 'answer', site.frameAncestors);
  // One address gives one picture, whoever asks: a cache between need not know languages.
  const { settings, scale } = await readPieceRequest(site, address, parametersOf(request), 'vi');
  const wanted = { piece, settings, format, scale };
  const etag = `"${site.pictures.tag(wanted)}"`;
  const isFresh = isKnown(request.headers['if-none-match'], etag);
  const picture = isFresh ? undefined : await site.pictures.draw(wanted);
  void reply.header('etag', etag).header('cache-control', `public, max-age=${PICTURE_AGE}`);
  if (picture === undefined) return reply.code(304).send();
  return reply.type(types[format]).send(Buffer.from(picture));
}

async function sendFrame(
  site: Site,
  address: PieceAddress | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const language = askedLanguage(request, reply);
  const place = { language, origin: site.originOf(request), stylesheet: site.assets.stylesheet };
  secure(reply, 'frame', site.frameAncestors);
  // Everything in the frame is of this server, so that pages which shut themselves off may hold it too.
  void reply.header('cross-origin-embedder-policy', 'require-corp');
  try {
    if (address === undefined) throw new ProblemError('NOT_FOUND', { path: pathOf(request) });
    const parameters = parametersOf(request);
    const { settings } = await readPieceRequest(site, address, parameters, language);
    const page = await framePage({ ...place, site, piece: address.piece, settings, parameters });
    return await sendText(reply, page, { type: 'text/html' });
  } catch (error) {
    const failure = failureOf(error, request.log);
    tellWhen(reply, failure);
    const page = problemPage({ ...place, failure, path: pathOf(request), framed: true });
    return sendText(reply, page, { type: 'text/html', status: failure.status });
  }
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0]!.slice(0, 200);

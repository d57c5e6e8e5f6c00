import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { operations } from '../../client/index.ts';
import type { Language, Words } from '../../pieces/language.ts';
import { languages } from '../../pieces/settings.ts';
import { lastUsed } from '../../util/last-used.ts';
import { askedLanguage, parametersOf } from './asked-language.ts';
import { type About, inLanguage, previewPath } from './document.tsx';
import { pieceShownAt } from './explorer-view.ts';
import { namesOf } from './frame-page.tsx';
import { secure } from './security.ts';
import { sendText } from './send.ts';
import { openShell } from './shell.ts';
import type { Site } from './site.ts';

const words: Words<
  'title' | 'description' | 'playground' | 'playgroundIs' | 'noScript' | 'read' | 'api' | 'dataset'
> = {
  vi: {
    title: 'Cây Tre: đồ thị tri thức về ngoại giao Việt Nam',
    description:
      'Lãnh đạo, chức vụ, quốc gia, hội nghị, nghị quyết, chín phương hướng, quan hệ đối tác và số liệu: mỗi điều đều dẫn bài báo, đoạn và lời trong bài.',
    playground: 'Hỏi Cây Tre bằng GraphQL',
    playgroundIs: 'Viết và chạy truy vấn GraphQL trên đồ thị tri thức về ngoại giao Việt Nam.',
    noScript: 'Trang này vẽ đồ thị bằng JavaScript, mà trình duyệt không chạy. Không cần đến nó:',
    read: 'Đọc mọi thực thể trên các trang thường',
    api: 'Hỏi API GraphQL tại',
    dataset: 'Cây Tre',
  },
  en: {
    title: "Cây Tre: a knowledge graph of Viet Nam's diplomacy",
    description:
      'Leaders, offices, countries, conferences, resolutions, the nine directions, partnerships and figures: each fact cites its article, paragraph and words.',
    playground: 'Ask Cây Tre in GraphQL',
    playgroundIs: "Write and run GraphQL queries over the knowledge graph of Viet Nam's diplomacy.",
    noScript:
      'This page draws the graph with JavaScript, which your browser does not run. Without it:',
    read: 'Read all entities on plain pages',
    api: 'Ask the GraphQL API at',
    dataset: 'Cây Tre',
  },
};

const LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/';
/** An address longer than this is no longer repeated in the page. */
const LONGEST_ADDRESS = 1_500;
/** How many articles the description of the data names. */
const SOURCES_NAMED = 100;

function NoScript({ language }: { readonly language: Language }) {
  const say = words[language];
  return (
    <noscript>
      <h1>{say.title}</h1>
      <p>{say.description}</p>
      <p>{say.noScript}</p>
      <ul>
        <li>
          <a href={inLanguage('/entities', language)}>{say.read}</a>
        </li>
        <li>
          {say.api} <code>/graphql</code>
        </li>
      </ul>
    </noscript>
  );
}

/** `/` and `/playground`: the built pages, which say in the right language what they are before any script runs. */
export const shellRoutes: FastifyPluginAsync<{ readonly site: Site }> = async (
  fastify,
  { site },
) => {
  const { store, assets } = site;
  const shells = {
    explorer: openShell(assets.explorer),
    playground: openShell(assets.playground),
  };
  const bodies = new Map(
    languages.map((language) => [language, renderToString(<NoScript language={language} />)]),
  );

  const kinds = [...store.meta().ontology.kinds.keys()];
  const sources = lastUsed(languages.length, async (language: Language) => {
    const { sources: found } = await site.askIn(language)(operations.Overview, {});
    return found.nodes.slice(0, SOURCES_NAMED);
  });

  const dataset = async (language: Language, origin: string): Promise<object> => ({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${origin}/#dataset`,
    name: words[language].dataset,
    alternateName: words[language].title,
    description: words[language].description,
    url: `${origin}/`,
    license: LICENCE,
    isAccessibleForFree: true,
    inLanguage: languages,
    version: store.meta().version,
    distribution: {
      '@type': 'DataDownload',
      name: 'GraphQL API',
      encodingFormat: 'application/graphql-response+json',
      contentUrl: `${origin}/graphql`,
    },
    isBasedOn: (await sources(language)).map(({ id, name }) => ({
      '@type': 'Article',
      '@id': `${origin}/entity/${id}`,
      name,
    })),
  });

  const explorerAbout = async (
    language: Language,
    origin: string,
    parameters: URLSearchParams,
  ): Promise<About> => {
    const say = words[language];
    const own = new URLSearchParams(parameters);
    own.delete('lang');
    const search = String(own).length > LONGEST_ADDRESS ? '' : String(own);
    const { piece, parameters: settings } = pieceShownAt(own, kinds);
    const names = await namesOf(site, settings.get('entity')?.split(',') ?? [], language);
    const title = names.length === 0 ? say.title : `${names.join(', ')} · Cây Tre`;
    settings.set('lang', language);
    return {
      language,
      title,
      description: say.description,
      origin,
      path: search === '' ? '/' : `/?${search}`,
      picture: previewPath(piece, settings),
      embeddable: true,
      jsonLd: await dataset(language, origin),
    };
  };

  /** The page that most people open first, made once for each language and host. */
  const first = lastUsed(16, async (key: string) => {
    const [language, origin] = key.split(' ') as [Language, string];
    const about = await explorerAbout(language, origin, new URLSearchParams());
    return shells.explorer(about, bodies.get(language)!);
  });

  fastify.get('/', async (request: FastifyRequest, reply) => {
    secure(reply, 'page');
    const language = askedLanguage(request, reply);
    const origin = site.originOf(request);
    const parameters = parametersOf(request);
    const isPlain = [...parameters.keys()].every((name) => name === 'lang');
    const page = isPlain
      ? await first(`${language} ${origin}`)
      : shells.explorer(await explorerAbout(language, origin, parameters), bodies.get(language)!);
    return sendText(reply, page, { type: 'text/html' });
  });

  fastify.get('/playground', async (request, reply) => {
    secure(reply, 'playground');
    const language = askedLanguage(request, reply);
    const about: About = {
      language,
      title: `${words[language].playground} · Cây Tre`,
      description: words[language].playgroundIs,
      origin: site.originOf(request),
      path: '/playground',
    };
    return sendText(reply, shells.playground(about, bodies.get(language)!), { type: 'text/html' });
  });
};

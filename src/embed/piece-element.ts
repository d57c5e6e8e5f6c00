import { type ComponentChild, h, render } from 'preact';
import { type ClientCode, createClient, type QueryOptions } from '../client/index.ts';
import type { Ask } from '../pieces/ask.ts';
import { fetchFrom, follow } from '../pieces/follow.ts';
import {
  type PieceName,
  readSettings,
  type SettingProblem,
  type Settings,
} from '../pieces/settings.ts';
import { mirrorAttributes, observedAttributes, takeUpProperties } from './attributes.ts';
import { enter, findLeader, followersOf, leave, tellFollowers } from './connected.ts';
import { explorerAddress } from './explorer-address.ts';
import { Figure } from './figure.tsx';
import { findName, kindOf } from './find-name.ts';
import { loadPiece } from './load-piece.ts';
import { pageLanguage, shortTag } from './page-language.ts';
import { shapes } from './shapes.ts';
import { createSize } from './size.ts';
import { type AttributeProblem, explain, ScriptError, type State } from './state.ts';
import { baseSheet } from './styles.ts';

/** How long attributes must stay as they are before the API is asked again, in milliseconds. */
const REST = 80;

/** What an element shows, for itself and for those that follow it. */
interface Shown {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
  readonly selected: string | undefined;
}

/** An element that shows a piece of the graph. Each piece has a class of its own, that says which it is. */
export abstract class PieceElement extends HTMLElement {
  static readonly observedAttributes = observedAttributes;

  abstract readonly piece: PieceName;
  /** The server that the script came from. */
  abstract readonly home: string;

  #state: State = { phase: 'loading' };
  #selected: string | undefined;
  /** What was last asked for, as text. */
  #asked: string | undefined;
  #asking: AbortController | undefined;
  /** Ends the following of the server at an address. */
  #followed: { readonly server: string; readonly end: () => void } | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Whether the element was looked at since it came into the page. */
  #settled = false;
  readonly #size = createSize(() => this.#draw());

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [baseSheet(), this.#size.sheet];
  }

  connectedCallback(): void {
    takeUpProperties(this, ['selected']);
    enter(this);
    this.#settled = false;
    queueMicrotask(() => this.#look());
  }

  disconnectedCallback(): void {
    leave(this);
    clearTimeout(this.#resting);
    this.#asking?.abort();
    this.#asking = undefined;
    this.#asked = undefined;
    this.#followData(undefined);
    this.#size.stop();
    render(null, this.shadowRoot!);
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    this.refresh();
    if (name !== 'server') tellFollowers();
  }

  /** Looks at everything anew, once nothing has changed for a moment. */
  refresh(): void {
    if (!this.#settled) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#look(), REST);
  }

  /** The id of what is selected here, if something is. Set by a page it tells no event, as people did nothing. */
  get selected(): string | undefined {
    return this.#selected;
  }

  set selected(id: string | null | undefined) {
    const next = id || undefined;
    if (next === this.#selected) return;
    this.#selected = next;
    this.#forgetBelow();
    if (!this.isConnected) return;
    this.#draw();
    tellFollowers();
  }

  /** The element that this one follows, if that is in the page. */
  get leader(): PieceElement | undefined {
    return findLeader(this, this.getAttribute('for'));
  }

  /** The address of the server, with a stroke at its end; `undefined` where the attribute holds none. */
  get #server(): string | undefined {
    const given = this.getAttribute('server');
    if (!given) return this.home;
    const address = given.replace(/\/*$/, '/');
    if (!URL.canParse(address, document.baseURI)) return undefined;
    const { href, protocol } = new URL(address, document.baseURI);
    return /^https?:$/.test(protocol) ? href : undefined;
  }

  /** What was selected in those that follow was selected in what they showed until now. In a ring nobody is above another. */
  #forgetBelow(): void {
    const above = new Set<PieceElement>([this]);
    for (let next = this.leader; next && !above.has(next); next = next.leader) above.add(next);
    const below = [...followersOf(this)];
    for (const element of below) {
      if (above.has(element)) continue;
      above.add(element);
      element.#selected = undefined;
      below.push(...followersOf(element));
    }
  }

  /** What this is to show: what it is told itself, and else what the one that it follows shows. */
  #shown(visited = new Set<PieceElement>()): Shown {
    visited.add(this);
    const { leader } = this;
    const followed = leader && !visited.has(leader) ? leader.#shown(visited) : undefined;
    // A statement is nothing that lies at the heart of something else, but has a card.
    const isTaken = followed?.selected?.includes(':') || this.piece === 'card';
    const chosen = isTaken ? followed?.selected : undefined;
    const usual: Partial<Settings> = {
      lang: followed?.settings.lang ?? pageLanguage(this),
      entity: followed?.settings.entity ?? [],
      ...(followed?.settings.asOf !== undefined && { asOf: followed.settings.asOf }),
    };
    const { settings, problems } = readSettings((name) => {
      if (name === 'lang') return shortTag(this.getAttribute('lang'));
      return this.getAttribute(name);
    }, usual);
    return {
      settings: chosen === undefined ? settings : { ...settings, entity: [chosen] },
      problems,
      selected: this.#selected ?? followed?.selected,
    };
  }

  #look(): void {
    if (!this.isConnected) return;
    this.#settled = true;
    const { settings, problems } = this.#shown();
    const server = this.#server;
    this.#followData(server);
    const wrong: readonly AttributeProblem[] =
      server === undefined ? [...problems, wrongServer(this.getAttribute('server')!)] : problems;
    this.#size.want(this, shapes[this.piece], settings);
    if (wrong.length > 0 || server === undefined) {
      this.#asking?.abort();
      this.#asked = undefined;
      this.#state = { phase: 'wrong', problems: wrong };
      this.#tell('caytre-error', {
        message: wrong.map(({ setting, value }) => `${setting}="${value}"`).join(', '),
        code: 'ATTRIBUTE_INVALID' satisfies ClientCode,
        mend: wrong.map(({ setting, takes }) => `${setting} takes ${takes}.`).join(' '),
      });
      this.#draw();
      return;
    }
    // What it looks like is no matter of the API's.
    const asked = JSON.stringify({ ...settings, server, theme: '', width: 0, height: 0 });
    if (asked !== this.#asked) {
      this.#asked = asked;
      void this.#ask(server, settings);
    }
    this.#draw();
  }

  /** Asks anew when the data of the server changes; what is shown stays until the answer is there. */
  #followData(server: string | undefined): void {
    if (server === this.#followed?.server) return;
    this.#followed?.end();
    this.#followed =
      server === undefined ? undefined : { server, end: follow(server, () => this.#retry()) };
  }

  async #ask(server: string, settings: Settings): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#state =
      this.#state.phase === 'shown'
        ? { ...this.#state, renewing: true, trouble: undefined }
        : { phase: 'loading' };
    try {
      const loaded = await loadPiece(this.piece).catch((cause: unknown) => {
        throw new ScriptError('A script could not be loaded.', { cause });
      });
      if (asking.signal.aborted) return;
      const client = createClient({
        url: new URL('graphql', server),
        language: settings.lang,
        fetch: fetchFrom(server),
      });
      const askWith =
        (options: QueryOptions): Ask =>
        (operation, variables) =>
          client.query(operation, ...([variables, options] as never));
      const answer: unknown = await loaded.piece.load(askWith({ signal: asking.signal }), settings);
      if (asking.signal.aborted) return;
      // Apart from what is always there, as it brings the operations with it.
      const unknown =
        loaded.piece.isEmpty(answer) && settings.entity.length > 0
          ? await (await import('./find-unknown.ts')).findUnknown(askWith({}), settings.entity)
          : [];
      if (asking.signal.aborted) return;
      const ask = askWith({});
      this.#state = { phase: 'shown', loaded, answer, settings, unknown, ask, renewing: false };
      this.shadowRoot!.adoptedStyleSheets = [baseSheet(), loaded.sheet, this.#size.sheet];
      this.#draw();
      this.#tell('caytre-load', {
        title: loaded.piece.title(answer, settings),
        empty: loaded.piece.isEmpty(answer),
        cut: loaded.piece.cut?.(answer) ?? null,
      });
    } catch (error) {
      if (asking.signal.aborted) return;
      const trouble = explain(error, settings.lang);
      this.#state =
        this.#state.phase === 'shown'
          ? { ...this.#state, renewing: false, trouble }
          : { phase: 'failed', trouble };
      this.#draw();
      this.#tell('caytre-error', trouble);
    }
  }

  #draw(): void {
    if (!this.isConnected) return;
    const { settings, selected } = this.#shown();
    const server = this.#server ?? this.home;
    const figure: ComponentChild = h(Figure, {
      name: this.piece,
      settings: { ...settings, ...this.#size.inside() },
      state: this.#state,
      selected,
      server,
      follows: this.hasAttribute('for'),
      explorer: explorerAddress(server, this.piece, settings, selected),
      body: this.#size.watch,
      choose: (id: string) => this.#choose(id),
      follow: (id: string) => this.#follow(id),
      retry: () => this.#retry(),
    });
    render(figure, this.shadowRoot!);
  }

  /** Answers whether the page has taken the matter into its own hands. */
  #choose(id: string): boolean {
    this.selected = id;
    const name = this.#state.phase === 'shown' ? findName(this.#state.answer, id) : null;
    return !this.#tell('caytre-select', { id, kind: kindOf(id), name });
  }

  /** That a link to an entity was followed: it stays here where others show what is selected. */
  #follow(id: string): boolean {
    const isTaken = this.#choose(id);
    return isTaken || followersOf(this).length > 0;
  }

  #retry(): void {
    this.#asked = undefined;
    this.#look();
  }

  #tell(type: string, detail: unknown): boolean {
    const usual = { bubbles: true, composed: true, cancelable: type === 'caytre-select' };
    return this.dispatchEvent(new CustomEvent(type, { ...usual, detail }));
  }
}

mirrorAttributes(PieceElement.prototype);

const wrongServer = (value: string): AttributeProblem => ({
  setting: 'server',
  value,
  takes: 'the address of a server, such as https://example.org/',
  takesVi: 'địa chỉ của máy chủ, chẳng hạn https://example.org/',
});

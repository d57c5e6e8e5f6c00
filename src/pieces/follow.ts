/** How long a server that takes no more streams is left alone, in milliseconds. */
const PATIENCE = 60_000;

/** A server whose data somebody follows. */
interface Followed {
  readonly listeners: Set<() => void>;
  /** Ends the following while nobody looks at the page. */
  active?: AbortController;
}

const servers = new Map<string, Followed>();
/** Of which dataset version each server's answers are, as far as was heard. */
const versions = new Map<string, string>();

/**
 * `fetch` for what asks a server that is followed: it hears of which dataset version the first answer is, for the stream may begin
 * only after the data has changed.
 */
export const fetchFrom =
  (server: string): typeof fetch =>
  async (...asked) => {
    const response = await fetch(...asked);
    const version = response.headers.get('dataset-version');
    if (version !== null && !versions.has(server)) versions.set(server, version);
    return response;
  };

/**
 * Calls `onChange` when a server serves another version of the data; gives what ends that. While the page is hidden it hears
 * nothing, and is told when it is shown again.
 */
export function follow(server: string, onChange: () => void): () => void {
  const known = servers.get(server);
  const followed = known ?? { listeners: new Set() };
  // One listener may be that of two who follow.
  const listener = (): void => onChange();
  followed.listeners.add(listener);
  if (known === undefined) {
    servers.set(server, followed);
    if (servers.size === 1) document.addEventListener('visibilitychange', lookAtAll);
    look(server, followed);
  }
  return () => {
    followed.listeners.delete(listener);
    if (followed.listeners.size > 0 || servers.get(server) !== followed) return;
    servers.delete(server);
    if (servers.size === 0) document.removeEventListener('visibilitychange', lookAtAll);
    followed.active?.abort();
  };
}

const lookAtAll = (): void => {
  for (const [server, followed] of servers) look(server, followed);
};

function look(server: string, followed: Followed): void {
  if (document.hidden) {
    followed.active?.abort();
    delete followed.active;
  } else if (followed.active === undefined) {
    followed.active = new AbortController();
    begin(server, followed, followed.active.signal);
  }
}

/**
 * Browsers open six connections to a server and no more, so that pages and frames of one origin share a stream: one holds a lock
 * and tells the others what it hears. Where there are no locks, as on plain HTTP, only what is no frame follows.
 */
function begin(server: string, followed: Followed, signal: AbortSignal): void {
  const name = `caytre:events ${server}`;
  const channel = new BroadcastChannel(name);
  signal.addEventListener('abort', () => channel.close());
  // What an answer said may be old by now: only what the stream said is handed on.
  let hasHeard = false;
  const hear = (version: string): void => {
    hasHeard = true;
    const before = versions.get(server);
    const isOther = before !== undefined && before !== version;
    versions.set(server, version);
    if (isOther) for (const listener of [...followed.listeners]) listener();
  };
  channel.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') hear(data);
    else if (hasHeard) channel.postMessage(versions.get(server));
  });
  const listen = (): Promise<void> =>
    new Promise((ended) => {
      openStream(server, signal, (version) => {
        channel.postMessage(version);
        hear(version);
      });
      signal.addEventListener('abort', () => ended());
    });
  if ('locks' in navigator) {
    // What they hear from now on they are told; what there is now they must ask for.
    channel.postMessage(null);
    navigator.locks.request(name, { signal }, listen).catch(() => undefined);
  } else if (window.parent === window) void listen();
}

function openStream(server: string, signal: AbortSignal, hear: (version: string) => void): void {
  if (signal.aborted) return;
  const source = new EventSource(new URL('events', server));
  source.addEventListener('dataset', ({ data }) => {
    hear((JSON.parse(data) as { readonly datasetVersion: string }).datasetVersion);
  });
  source.addEventListener('error', () => {
    // Browsers come again by themselves, but not once a server refused.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => openStream(server, signal, hear), PATIENCE);
  });
  signal.addEventListener('abort', () => source.close());
}

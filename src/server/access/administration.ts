import type { Problem } from '../../errors/problem.ts';

/** What came of a reload, for whoever asked for it. */
export interface Reloaded {
  readonly outcome: 'reloaded' | 'unchanged' | 'refused' | 'failed';
  /** What is wrong, each with file, line and column, and how to mend it. */
  readonly problems: readonly Problem[];
}

/** What only those who run the server may see and do. */
export interface Administration {
  /** The metrics, as Prometheus reads them, where there are any. */
  readonly metrics?:
    | { readonly contentType: string; readonly text: () => Promise<string> }
    | undefined;
  /** Reads the data anew and answers how that ended. `undefined` while another who asked still waits for it. */
  readonly reload: () => Promise<Reloaded> | undefined;
}

export interface AdministrationParts extends Pick<Administration, 'metrics'> {
  readonly reload: () => Promise<Reloaded>;
}

export function createAdministration({ metrics, reload }: AdministrationParts): Administration {
  let isReloading = false;
  return {
    metrics,
    reload() {
      if (isReloading) return undefined;
      isReloading = true;
      return reload().finally(() => {
        isReloading = false;
      });
    },
  };
}
